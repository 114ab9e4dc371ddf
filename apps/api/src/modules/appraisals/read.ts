import type {
  AppraisalEditions,
  AppraisalRow,
  CadreAppraisals,
  listAppraisals,
} from '@xuanpai/contracts/appraisals';
import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import { periodToAppraise } from '@xuanpai/domain/targets/appraisals';
import type { Actor } from '../../lib/actor.ts';
import { invalid, notFound } from '../../lib/api-error.ts';
import { type DuePeriod, readPeriodsBegun } from '../../lib/appraisals/periods.ts';
import { appraisedPosts } from '../../lib/appraisals/posts.ts';
import type { Deps } from '../../lib/deps.ts';
import { readAll, readPage } from '../../lib/list.ts';
import { type BatchRecord, batchRecord, readBatch } from '../../lib/records/batch.ts';
import { scopeFor, scopeSql } from '../../lib/scope.ts';
import { rows, sql, where } from '../../lib/sql.ts';
import {
  type AppraisalSqlRow,
  appraisalList,
  editionsSql,
  type Query,
  reachable,
  shownState,
} from './list.ts';
import { presentAppraisals, presentEdition } from './present.ts';
import { ownTownships } from './reach.ts';

type Asked = { batchId?: string; period?: string };

const none = { people: 0, missing: 0, draft: 0, submitted: 0, signed: 0 };

/** A period's opinions within reach, those that are missing among them, and how each township stands. */
export async function readAppraisals(
  deps: Deps,
  actor: Actor,
  query: QueryOf<typeof listAppraisals>,
): Promise<ReplyOf<typeof listAppraisals>> {
  const asked = await openPeriod(deps, query);
  const batchId = asked.batch?.id ?? null;
  const { periods, period } = asked;
  if (!batchId || !period) {
    return { items: [], total: 0, batchId, period, periods, townships: [], counts: none };
  }
  const { db } = deps;
  const list = appraisalList(actor, batchId, [period], query);
  const [{ found, total }, townships] = await Promise.all([
    readPage<AppraisalSqlRow>(db.pool, list, query),
    countTownships(deps, actor, batchId, period),
  ]);
  const sum = (key: keyof typeof none) => townships.reduce((all, one) => all + one[key], 0);
  return {
    items: presentAppraisals(actor, periods, found, deps.today()),
    ...{ total, batchId, period, periods, townships },
    counts: {
      people: sum('people'),
      missing: sum('missing'),
      draft: sum('draft'),
      submitted: sum('submitted'),
      signed: sum('signed'),
    },
  };
}

/** Every row of a period as it is filtered, for papers and workbooks. */
export async function readAllAppraisals(
  deps: Deps,
  actor: Actor,
  query: Query & Asked & { assignmentIds?: string[] },
): Promise<{ rows: AppraisalRow[]; batch: BatchRecord; period: DuePeriod }> {
  const { batch, period, periods } = await openPeriod(deps, query);
  if (!batch || !period) throw notFound();
  const list = appraisalList(actor, batch.id, [period], query);
  const found = await readAll<AppraisalSqlRow>(deps.db.pool, list);
  return { rows: presentAppraisals(actor, periods, found, deps.today()), batch, period };
}

/** Of one cadre every period in post that has begun, the newest first. */
export async function readCadreAppraisals(
  deps: Deps,
  actor: Actor,
  cadreId: string,
  asked: Asked,
): Promise<CadreAppraisals> {
  const scope = scopeFor(actor, 'appraisals.read', 'cadres');
  const [cadre] = await rows<{ name: string }>(
    deps.db.pool,
    sql`SELECT c.name FROM cadre c WHERE c.id = ${cadreId}::uuid AND ${scopeSql(scope, 'cadres')}`,
  );
  if (!cadre) throw notFound();
  const { batch, periods } = await openPeriod(deps, asked);
  if (!batch) return { cadreId, cadreName: cadre.name, items: [] };
  const list = appraisalList(actor, batch.id, periods, { sort: 'township' });
  const found = await readAll<AppraisalSqlRow>(deps.db.pool, {
    ...list,
    conditions: [...list.conditions, sql`a.cadre_id = ${cadreId}::uuid`],
    order: sql`ORDER BY r.starts_on DESC, a.starts_on DESC, a.id`,
  });
  const items = presentAppraisals(actor, periods, found, deps.today());
  return { cadreId, cadreName: cadre.name, items };
}

/** Which opinion: whose, of which township, of which period. */
export interface OpinionOf {
  batchId: string;
  cadreId: string;
  townshipId: string;
  period: string;
}

/** The row of one opinion. Throws `notFound` where it is out of reach. */
export async function readAppraisal(
  deps: Deps,
  actor: Actor,
  { batchId, cadreId, townshipId, period: key }: OpinionOf,
): Promise<AppraisalRow> {
  const { periods, period } = await openPeriod(deps, { batchId, period: key });
  if (!period) throw notFound();
  const list = appraisalList(actor, batchId, [period], { sort: 'township' });
  const [row] = await readAll<AppraisalSqlRow>(deps.db.pool, {
    ...list,
    conditions: [
      ...list.conditions,
      sql`a.cadre_id = ${cadreId}::uuid`,
      sql`v.township_id = ${townshipId}::uuid`,
    ],
  });
  if (!row) throw notFound();
  const [presented] = presentAppraisals(actor, periods, [row], deps.today());
  if (!presented) throw new Error('a row gives an opinion');
  return presented;
}

/** The editions of an opinion: all of them for its township, for others those that are signed. */
export async function readEditions(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<AppraisalEditions> {
  const appraisal = await deps.db.prisma.appraisal.findUnique({
    where: { id },
    select: { batchId: true, cadreId: true, townshipId: true, period: true },
  });
  if (!appraisal) throw notFound();
  const { cadreName, period, inForce } = await readAppraisal(deps, actor, appraisal);
  const works = ownTownships(actor).includes(appraisal.townshipId);
  if (!works && !inForce) throw notFound();
  const found = await rows<{ edition: NonNullable<AppraisalSqlRow['newest']> }>(
    deps.db.pool,
    editionsSql(id),
  );
  const editions = found
    .map(({ edition }) => presentEdition(edition))
    .filter(({ state }) => works || state === 'signed');
  return { cadreName, period, editions };
}

/** The batch asked for, else the latest; of its periods the one asked for, else the one that is due. */
async function openPeriod(deps: Deps, { batchId, period: key }: Asked) {
  const { prisma } = deps.db;
  const latest = batchId
    ? await readBatch(prisma, batchId)
    : await prisma.batch
        .findFirst({ orderBy: [{ date: 'desc' }, { id: 'desc' }] })
        .then((batch) => batch && batchRecord(batch));
  const periods = latest ? await readPeriodsBegun(prisma, latest, deps.today()) : [];
  const chosen = periods.find((one) => one.key === key);
  if (key !== undefined && !chosen) {
    const message = { zh: '没有这一期，或还没有开始。', en: 'There is no such period yet.' };
    throw invalid([{ path: 'period', code: 'noSuchPeriod', message }]);
  }
  return { batch: latest, periods, period: chosen ?? periodToAppraise(periods, deps.today()) };
}

function countTownships({ db }: Deps, actor: Actor, batchId: string, period: DuePeriod) {
  type Counted = { id: string; name: string } & typeof none;
  const state = shownState(actor);
  return rows<Counted>(
    db.pool,
    sql`SELECT t.id, t.name, count(*)::int AS people,
        count(*) FILTER (WHERE s.state = 'missing')::int AS missing,
        count(*) FILTER (WHERE s.state = 'draft')::int AS draft,
        count(*) FILTER (WHERE s.state = 'submitted')::int AS submitted,
        count(*) FILTER (WHERE s.state = 'signed')::int AS signed
      FROM assignment a ${appraisedPosts([period])} JOIN region t ON t.id = v.township_id
        CROSS JOIN LATERAL (SELECT ${state} AS state) s
      ${where(reachable(actor, batchId))} GROUP BY t.id, t.name, t.code ORDER BY t.code`,
  );
}
