import { createHmac, randomBytes } from 'node:crypto';
import type { BodyOf, QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type {
  Draw,
  DrawFilter,
  DrawItem,
  DrawVillage,
  drawVillages,
  listDraws,
  verifyDraw,
} from '@xuanpai/contracts/village-draws';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { Prisma } from '@xuanpai/database/generated/client';
import { draw, drawOrder } from '@xuanpai/domain/supervision/draws';
import type { Actor } from '../../lib/actor.ts';
import { invalid, notFound } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { writeAs } from '../../lib/write.ts';
import { readPopulation } from './draw-population.ts';

const seedBytes = 16;

const digest = (seed: string, code: string) =>
  createHmac('sha256', seed).update(code).digest('hex');

/** Draws villages with a seed that nobody chose; gives the id. */
export async function drawAnew(
  deps: Deps,
  actor: Actor,
  { purpose, count, ...filter }: BodyOf<typeof drawVillages>,
): Promise<string> {
  const population = await readPopulation(deps, filter);
  if (population.length === 0) {
    const message = { zh: '没有符合条件的村。', en: 'No village fits.' };
    throw invalid([{ path: 'count', code: 'nothingToDraw', message }]);
  }
  const seed = randomBytes(seedBytes).toString('hex');
  const drawn = draw(seed, population, count, digest).map(({ code }) => code);
  return writeAs(deps, actor, async (tx) => {
    const { id } = await tx.villageDraw.create({
      data: {
        ...{ purpose, seed, count, batchId: filter.batchId, drawn },
        filter: filter as Prisma.InputJsonObject,
        population: population as unknown as Prisma.InputJsonArray,
        drawnOn: toDate(deps.today()),
        ...{ drawnById: actor.userId, drawnByName: actor.name },
      },
    });
    record(tx, {
      ...{ action: 'villageDraw.draw', entity: 'villageDraw', entityId: id },
      params: { name: purpose, count: drawn.length, population: population.length },
      changes: [
        {
          ...{ entity: 'villageDraw', entityId: id, before: null },
          after: { seed, count, drawn, population: population.map(({ code }) => code) },
        },
      ],
    });
    return id;
  });
}

const withUse = {
  inspection: { select: { id: true } },
  batch: { select: { name: true } },
} satisfies Prisma.VillageDrawInclude;

type Row = Prisma.VillageDrawGetPayload<{ include: typeof withUse }>;

export async function readDraws(
  { db }: Deps,
  { page, pageSize, q }: QueryOf<typeof listDraws>,
): Promise<ReplyOf<typeof listDraws>> {
  const where = q ? { purpose: { contains: q } } : {};
  const [found, total] = await Promise.all([
    db.prisma.villageDraw.findMany({
      ...{ where, include: withUse, orderBy: [{ drawnAt: 'desc' }, { id: 'desc' }] },
      ...{ skip: (page - 1) * pageSize, take: pageSize },
    }),
    db.prisma.villageDraw.count({ where }),
  ]);
  return { items: found.map(itemOf), total };
}

export async function readDraw({ db }: Deps, id: string): Promise<Draw> {
  const row = await drawRow(db, id);
  const filter = row.filter as unknown as DrawFilter;
  const townships = await db.prisma.region.findMany({
    where: { id: { in: filter.townshipIds } },
    orderBy: { code: 'asc' },
    select: { name: true },
  });
  return {
    ...itemOf(row),
    filter,
    townshipNames: townships.map(({ name }) => name),
    batchName: row.batch?.name ?? null,
    populationVillages: populationOf(row),
  };
}

/** Reckons the order again from seed and population, and compares it with the result that is kept. */
export async function checkDraw({ db }: Deps, id: string): Promise<ReplyOf<typeof verifyDraw>> {
  const row = await drawRow(db, id);
  const population = populationOf(row);
  const again = draw(row.seed, population, row.count, digest).map(({ code }) => code);
  const kept = new Set(row.drawn);
  return {
    holds: again.length === row.drawn.length && again.every((code, at) => code === row.drawn[at]),
    order: drawOrder(row.seed, population, digest).map((village) => ({
      ...village,
      drawn: kept.has(village.code),
    })),
  };
}

async function drawRow(db: Deps['db'], id: string): Promise<Row> {
  const row = await db.prisma.villageDraw.findUnique({ where: { id }, include: withUse });
  if (!row) throw notFound();
  return row;
}

function populationOf(row: Pick<Row, 'population'>): DrawVillage[] {
  return row.population as unknown as DrawVillage[];
}

function itemOf(row: Row): DrawItem {
  const { id, purpose, seed, count, drawnByName, drawnAt, drawnOn, inspection } = row;
  const population = populationOf(row);
  const byCode = new Map(population.map((village) => [village.code, village]));
  return {
    ...{ id, purpose, seed, count, drawnByName },
    population: population.length,
    drawnOn: toPlainDate(drawnOn),
    drawnAt: drawnAt.toISOString(),
    drawn: row.drawn.flatMap((code) => byCode.get(code) ?? []),
    inspectionId: inspection?.id ?? null,
  };
}
