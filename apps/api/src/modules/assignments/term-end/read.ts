import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { listTermEnds, TermEnd, TermOutcome } from '@xuanpai/contracts/term-ends';
import type { listTermUnits, TermUnit } from '@xuanpai/contracts/term-units';
import { toPlainDate } from '@xuanpai/database/dates';
import { groupBy } from '@xuanpai/domain/group-by';
import { searchKey } from '@xuanpai/domain/office/text';
import { policyOn } from '@xuanpai/domain/policy/policy';
import { suggestUnitEnd } from '@xuanpai/domain/term-end/suggest';
import type { Actor } from '../../../lib/actor.ts';
import { notFound } from '../../../lib/api-error.ts';
import type { Deps } from '../../../lib/deps.ts';
import { byKeys, paged } from '../../../lib/paged.ts';
import type { BatchRecord } from '../../../lib/records/batch.ts';
import { batchAsked } from '../../../lib/records/latest-batch.ts';
import { rows, sql } from '../../../lib/sql.ts';
import { decisionActs, type Person, readTermPeople, shownTo } from './people.ts';
import { decisionJson, type TermRow } from './rows.ts';
import { readTiedUnits } from './ties.ts';

type Query = Omit<QueryOf<typeof listTermEnds>, 'page' | 'pageSize'>;

/** Those at the end of the term within reach, as filtered, with how far all of them are. */
export async function readTermEnds(
  deps: Deps,
  actor: Actor,
  query: QueryOf<typeof listTermEnds>,
): Promise<ReplyOf<typeof listTermEnds>> {
  const batch = await batchAsked(deps.db.prisma, query.batchId);
  if (!batch) {
    const basis = policyOn([], deps.today()).basis('dispatch.boundUntilDone');
    const none = { items: [], total: 0, batchId: null, closedOn: null, dueFrom: null };
    return { ...none, counts: countsOf([]), basis };
  }
  const closedOn = await closedDay(deps, batch.id);
  const reach = { condition: sql`true`, closed: closedOn !== null };
  const { people, policy } = await readTermPeople(deps, actor, batch, reach);
  return {
    ...paged(filtered(people, query), query),
    ...{ batchId: batch.id, closedOn, counts: countsOf(people), dueFrom: firstDue(people) },
    basis: policy.basis('dispatch.boundUntilDone'),
  };
}

export async function readAllTermEnds(
  deps: Deps,
  actor: Actor,
  query: Query,
): Promise<{ batch: BatchRecord; ends: TermEnd[] }> {
  const batch = await batchAsked(deps.db.prisma, query.batchId);
  if (!batch) throw notFound();
  const reach = { condition: sql`true`, closed: false };
  const { people } = await readTermPeople(deps, actor, batch, reach);
  return { batch, ends: filtered(people, query) };
}

/** Throws `notFound` for a post that isn't there, is out of reach, or doesn't reach the end of the term. */
export async function readTermEnd(
  deps: Deps,
  actor: Actor,
  assignmentId: string,
): Promise<TermEnd> {
  const post = await deps.db.prisma.assignment.findUnique({ where: { id: assignmentId } });
  if (!post) throw notFound();
  const batch = await batchAsked(deps.db.prisma, post.batchId);
  if (!batch) throw notFound();
  const closed = (await closedDay(deps, batch.id)) !== null;
  const condition = sql`a.id = ${assignmentId}::uuid`;
  const { people } = await readTermPeople(deps, actor, batch, { condition, closed });
  const [found] = people;
  if (!found) throw notFound();
  return found.end;
}

export async function closedDay({ db }: Pick<Deps, 'db'>, batchId: string) {
  const closing = await db.prisma.batchClosing.findUnique({ where: { batchId } });
  return closing ? toPlainDate(closing.closedOn) : null;
}

const stateOf = ({ row }: Person) => row.decision?.state ?? 'open';

function filtered(people: readonly Person[], query: Query): TermEnd[] {
  const { q, unitIds, townshipIds, tiers, outcomes, state, handover, sort } = query;
  const sought = q ? searchKey(q) : '';
  const kept = people.filter(
    ({ row, end }) =>
      (sought === '' || row.searchKey.includes(sought)) &&
      (!unitIds || unitIds.includes(end.unitId)) &&
      (!townshipIds || townshipIds.includes(end.townshipId)) &&
      (!tiers || tiers.includes(end.tier)) &&
      (!outcomes || outcomes.includes(end.decision?.outcome ?? end.suggested)) &&
      (!state || stateOf({ row, end }) === state) &&
      (!handover || (row.handedOn === null ? 'open' : 'done') === handover),
  );
  const direction = sort.startsWith('-') ? -1 : 1;
  return kept
    .sort((a, b) => direction * byKeys(keysOf(a.row, sort), keysOf(b.row, sort)))
    .map(({ end }) => end);
}

function keysOf({ place, post, sortKey, unitOrder, assignmentId }: TermRow, sort: string) {
  if (sort.endsWith('name')) return [sortKey, assignmentId];
  if (sort.endsWith('unit')) return [unitOrder, sortKey, assignmentId];
  return [place, post === 'deputySecretary' ? 1 : 0, assignmentId];
}

function countsOf(people: readonly Person[]) {
  const count = (fits: (one: Person) => boolean) => people.filter(fits).length;
  const decided = (outcome: TermOutcome) =>
    count(({ row: { decision } }) => decision?.state === 'decided' && decision.outcome === outcome);
  return {
    people: people.length,
    open: count((one) => stateOf(one) === 'open' && one.end.due),
    notDue: count((one) => stateOf(one) === 'open' && !one.end.due),
    proposed: count((one) => stateOf(one) === 'proposed'),
    ...{ commend: decided('commend'), ordinary: decided('ordinary'), stay: decided('stay') },
  };
}

function firstDue(people: readonly Person[]): string | null {
  const days = people.filter(({ end }) => !end.due).map(({ end }) => end.dueFrom);
  return days.sort()[0] ?? null;
}

interface UnitDecision {
  unitId: string;
  decision: NonNullable<TermRow['decision']>;
}

/** The sending units of the batch: what their people came to, and what is proposed and decided. */
export async function readTermUnits(
  deps: Deps,
  actor: Actor,
  { batchId }: QueryOf<typeof listTermUnits>,
): Promise<ReplyOf<typeof listTermUnits>> {
  const batch = await batchAsked(deps.db.prisma, batchId);
  if (!batch) return { items: [], total: 0 };
  const closed = (await closedDay(deps, batch.id)) !== null;
  const reach = { condition: sql`a.tier = 'district'`, closed };
  const { people, policy } = await readTermPeople(deps, actor, batch, reach);
  const tied = await readTiedUnits(deps.db.pool, actor, policy, deps.today());
  const decisions = await rows<UnitDecision>(
    deps.db.pool,
    sql`SELECT DISTINCT ON (d.unit_id) d.unit_id AS "unitId", ${decisionJson} AS decision
      FROM term_end d WHERE d.batch_id = ${batch.id}::uuid AND d.unit_id IS NOT NULL
      ORDER BY d.unit_id, d.proposed_at DESC, d.id DESC`,
  );
  const known = new Map(decisions.map(({ unitId, decision }) => [unitId, decision]));
  const byUnit = groupBy(people, ({ row }) => row.unitId);
  const items = [...byUnit.values()]
    .sort((a, b) => (a[0]?.row.unitOrder ?? 0) - (b[0]?.row.unitOrder ?? 0))
    .map((own) => {
      const unitId = own[0]?.row.unitId ?? '';
      const around = { closed, stepsBack: tied.has(unitId) };
      return unitOf(actor, own, known.get(unitId) ?? null, around);
    });
  return { items, total: items.length };
}

function unitOf(
  actor: Actor,
  own: readonly Person[],
  decision: TermRow['decision'],
  { closed, stepsBack }: { closed: boolean; stepsBack: boolean },
): TermUnit {
  const ends = own.map(({ end }) => end);
  const [first] = ends;
  if (!first) throw new Error('a unit without people');
  // Two people of a village are one village.
  const places = [...new Map(ends.map((end) => [end.villageId, end])).values()];
  const sum = (of: (end: TermEnd) => number) => places.reduce((all, end) => all + of(end), 0);
  const outcome = (end: TermEnd) => end.decision?.outcome ?? end.suggested;
  const decided = (of: TermOutcome) =>
    ends.filter((end) => end.decision?.state === 'decided' && outcome(end) === of).length;
  const settled = decision?.state === 'decided' && decision.outcome !== 'stay';
  return {
    ...{ unitId: first.unitId, unitName: first.unitName, people: ends.length },
    ...{ commended: decided('commend'), staying: decided('stay') },
    undecided: own.filter((one) => stateOf(one) !== 'decided').length,
    targets: {
      reached: sum(({ targets }) => targets.reached),
      all: sum(({ targets }) => targets.all),
      bindingMissed: sum(({ targets }) => targets.bindingMissed),
    },
    findingsOpen: sum(({ findingsOpen }) => findingsOpen),
    suggested: suggestUnitEnd(ends.map(outcome)),
    due: ends.some(({ due }) => due),
    decision: shownTo(decision, stepsBack),
    stepsBack,
    acts: closed || settled || stepsBack ? [] : decisionActs(actor, decision),
  };
}
