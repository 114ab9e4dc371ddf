import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { changeHonour, enterHonour, Honour } from '@xuanpai/contracts/evaluation-facts';
import type { HonourKind } from '@xuanpai/contracts/evaluation-words';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { CadreHonour, Prisma } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { groupBy } from '@xuanpai/domain/group-by';
import type { Actor } from '../../lib/actor.ts';
import { invalid, notFound } from '../../lib/api-error.ts';
import { difference, record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { requirePerson } from '../../lib/evaluation/reach.ts';
import { refuseTied } from '../../lib/evaluation/stepping-back.ts';
import { lockRow } from '../../lib/lock.ts';
import { rows, runnerOf, sql } from '../../lib/sql.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';

export interface HonourBrief {
  kind: HonourKind;
  title: string;
}

/** Commendations and disciplinary matters in the days of a round, by person. */
export async function readHonourBriefs(
  runner: Parameters<typeof rows>[0],
  roundId: string,
): Promise<Map<string, HonourBrief[]>> {
  const found = await rows<HonourBrief & { id: string }>(
    runner,
    sql`SELECT p.id, h.kind::text AS kind, h.title FROM evaluation_person p
      JOIN evaluation_round r ON r.id = p.round_id
      JOIN cadre_honour h ON h.cadre_id = p.cadre_id AND h."on" BETWEEN r.starts_on AND r.ends_on
      WHERE p.round_id = ${roundId}::uuid ORDER BY h."on", h.id`,
  );
  return groupBy(
    found,
    ({ id }) => id,
    ({ kind, title }) => ({ kind, title }),
  );
}

/** Those of a cadre in the days of a round, the earliest first. */
export async function readHonours(
  client: Pick<Tx, 'cadreHonour'>,
  cadreId: string,
  { startsOn, endsOn }: { startsOn: Date; endsOn: Date },
): Promise<Honour[]> {
  const found = await client.cadreHonour.findMany({
    where: { cadreId, on: { gte: startsOn, lte: endsOn } },
    orderBy: [{ on: 'asc' }, { id: 'asc' }],
  });
  return found.map(presentHonour);
}

function presentHonour({ enteredAt: _, on, ...row }: CadreHonour): Honour {
  return { ...row, on: toPlainDate(on) };
}

/** Enters one beside a person of a round; it is the cadre's, and counts in every round of its day. */
export function addHonour(
  deps: Deps,
  actor: Actor,
  personId: string,
  { on, ...facts }: BodyOf<typeof enterHonour>,
): Promise<Honour> {
  if (on > deps.today()) throw invalid([ahead()]);
  return writeAs(deps, actor, async (tx) => {
    await requirePerson(runnerOf(tx), actor, 'honours.write', personId);
    await refuseTied(runnerOf(tx), actor, sql`p.id = ${personId}::uuid`);
    const { cadreId } = await tx.evaluationPerson.findUniqueOrThrow({ where: { id: personId } });
    const row = await tx.cadreHonour.create({
      data: { ...facts, cadreId, on: toDate(on), enteredByName: actor.name },
    });
    await note(tx, 'honour.enter', row, { before: null, after: { on, ...facts }, versionAfter: 1 });
    return presentHonour(row);
  });
}

const ahead = () => ({
  ...{ path: 'on', code: 'ahead' },
  message: { zh: '日期晚于今天。', en: 'The day lies ahead.' },
});

export function editHonour(
  deps: Deps,
  actor: Actor,
  id: string,
  { version: seen, ...input }: BodyOf<typeof changeHonour>,
): Promise<Honour> {
  if (input.on && input.on > deps.today()) throw invalid([ahead()]);
  return writeAs(deps, actor, async (tx) => {
    const row = await hold(tx, actor, id, seen);
    const { title, organ, document, note: words } = row;
    const before = { title, organ, document, note: words, on: toPlainDate(row.on) };
    const after = { ...before, ...input };
    const data: Prisma.CadreHonourUpdateInput = { ...after, on: toDate(after.on) };
    const next = await tx.cadreHonour.update({
      where: { id },
      data: { ...data, version: { increment: 1 } },
    });
    await note(tx, 'honour.change', next, {
      ...difference(before, after),
      versionAfter: next.version,
    });
    return presentHonour(next);
  });
}

export function dropHonour(deps: Deps, actor: Actor, id: string, seen: number): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const row = await hold(tx, actor, id, seen);
    const { kind, title, document } = row;
    await tx.cadreHonour.delete({ where: { id } });
    await note(tx, 'honour.remove', row, { before: { kind, title, document }, after: null });
  });
}

async function hold(tx: Tx, actor: Actor, id: string, seen: number): Promise<CadreHonour> {
  await lockRow(tx, 'cadre_honour', id);
  const row = await tx.cadreHonour.findUnique({ where: { id } });
  if (!row) throw notFound();
  const { version, kind, title } = row;
  const current = { id, version, kind, title };
  await checkVersion(tx, { entity: 'cadreHonour', id, version, current }, seen);
  await refuseTied(runnerOf(tx), actor, sql`p.cadre_id = ${row.cadreId}::uuid`);
  return row;
}

type Noted = Pick<
  NonNullable<Parameters<typeof record>[1]['changes']>[number],
  'before' | 'after' | 'versionAfter'
>;

async function note(tx: Tx, action: string, { id, cadreId, title }: CadreHonour, change: Noted) {
  const { name } = await tx.cadre.findUniqueOrThrow({
    where: { id: cadreId },
    select: { name: true },
  });
  record(tx, {
    ...{ action, entity: 'cadreHonour', entityId: id, params: { name, title } },
    changes: [{ entity: 'cadreHonour', entityId: id, ...change }],
  });
}
