import type { BodyOf, QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { FeedbackRecipient } from '@xuanpai/contracts/evaluation-step-words';
import type { Grade } from '@xuanpai/contracts/evaluation-words';
import type { listFeedback, receiveFeedback, sendFeedback } from '@xuanpai/contracts/grade-cases';
import type { ManagementAuthority, PlainDate } from '@xuanpai/contracts/values';
import { toDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import { recipientsOf } from '@xuanpai/domain/evaluation/feedback';
import { keptFrom, keptFromFault, keptFromText } from '@xuanpai/domain/evaluation/stepping-back';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, notFound, ruleViolated } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { requireRound } from '../../lib/evaluation/reach.ts';
import { readStepBacks, stepsBack } from '../../lib/evaluation/stepping-back.ts';
import { scopeFor } from '../../lib/scope.ts';
import { rows, runnerOf, type Sql, sql, where } from '../../lib/sql.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';
import { byReading, holdPeople, namesOf, refuseAhead } from './hold.ts';

/** Feeds grades back by management authority; what was sent of a grade already is left as it is. */
export async function send(
  deps: Deps,
  actor: Actor,
  roundId: string,
  input: BodyOf<typeof sendFeedback>,
): Promise<ReplyOf<typeof sendFeedback>> {
  const { personIds, sentOn, document = null } = input;
  const today = deps.today();
  refuseAhead('sentOn', sentOn, today);
  await requireRound(deps, actor, 'grades.record', roundId);
  return writeAs(deps, actor, async (tx) => {
    const { ids, tied } = personIds
      ? { ids: personIds, tied: [] }
      : await allBut(tx, actor, roundId);
    const held = await holdPeople(tx, actor, { act: 'feedback', on: sentOn, roundId, ids, today });
    const authorities = await tx.cadre.findMany({
      where: { id: { in: held.map(({ cadreId }) => cadreId) } },
      select: { id: true, managementAuthority: true },
    });
    const authorityOf = new Map<string, ManagementAuthority | null>(
      authorities.map(({ id, managementAuthority }) => [id, managementAuthority]),
    );
    const data = held.flatMap(({ id: personId, cadreId, edition }) =>
      recipientsOf(authorityOf.get(cadreId) ?? null).map((recipient) => ({
        ...{ personId, edition, recipient, sentOn: toDate(sentOn), document },
        sentByName: actor.name,
      })),
    );
    const { count } = await tx.gradeFeedback.createMany({ data, skipDuplicates: true });
    if (count > 0) {
      record(tx, {
        ...{ action: 'grade.feedback', entity: 'evaluationRound', entityId: roundId },
        params: { people: held.length, names: namesOf(held), on: sentOn },
      });
    }
    const leftOut = tied.map(({ id: personId, name }) => ({
      ...{ personId, name, reason: keptFromText(name) },
    }));
    return { done: count, leftOut };
  });
}

/** Everybody decided, and apart those whom the actor steps back from. */
async function allBut(tx: Tx, actor: Actor, roundId: string) {
  const decided = await tx.evaluationPerson.findMany({
    where: { roundId, state: 'decided' },
    select: { id: true },
  });
  const inRound = sql`p.round_id = ${roundId}::uuid AND p.state = 'decided'`;
  const backs = await readStepBacks(runnerOf(tx), actor.userId, inRound);
  const tied = backs.filter(({ back }) => keptFrom('feedback', back));
  const kept = new Set(tied.map(({ id }) => id));
  return { ids: decided.flatMap(({ id }) => (kept.has(id) ? [] : [id])), tied };
}

interface Row {
  id: string;
  recipient: FeedbackRecipient;
  edition: number;
  sentOn: PlainDate;
  document: string | null;
  receivedOn: PlainDate | null;
  receivedByName: string | null;
  version: number;
  personId: string;
  cadreId: string;
  name: string;
  unitId: string;
  unitName: string;
  roundId: string;
  roundName: string;
  grade: Grade;
  outdated: boolean;
  /** Whoever looks steps back from the person. */
  tied: boolean;
}

/** The office reads all; a unit what was fed back to it about its people. */
function reached(actor: Actor): Sql {
  const scope = scopeFor(actor, 'grades.receive', 'assignments');
  if (scope === 'all') return sql`true`;
  if (scope === 'none') return sql`false`;
  return sql`(f.recipient = 'unit' AND p.unit_id = ANY(${scope.unitIds}::uuid[]))`;
}

function readRows(
  runner: Parameters<typeof rows>[0],
  { userId }: Actor,
  conditions: readonly Sql[],
): Promise<Row[]> {
  return rows<Row>(
    runner,
    sql`SELECT f.id, f.recipient, f.edition, f.sent_on::text AS "sentOn", f.document,
        f.received_on::text AS "receivedOn", f.received_by_name AS "receivedByName", f.version,
        p.id AS "personId", p.cadre_id AS "cadreId", c.name, p.unit_id AS "unitId",
        u.name AS "unitName", r.id AS "roundId", r.name AS "roundName", e.grade,
        EXISTS (SELECT 1 FROM grade_edition n WHERE n.person_id = p.id AND n.edition > f.edition)
          AS outdated, ${stepsBack(sql`${userId}::uuid`)} AS tied
      FROM grade_feedback f
      JOIN evaluation_person p ON p.id = f.person_id
      JOIN evaluation_round r ON r.id = p.round_id
      JOIN cadre c ON c.id = p.cadre_id
      JOIN unit u ON u.id = p.unit_id
      JOIN grade_edition e ON e.person_id = p.id AND e.edition = f.edition
      ${where(conditions)}
      ORDER BY (f.received_on IS NOT NULL), f.sent_on DESC, u.name, c.sort_key, f.id`,
  );
}

/** A unit receives for itself; the others’ receipts the office enters, of whom it doesn't step back from. */
function mayReceive(actor: Actor, { recipient, receivedOn, unitId, tied }: Row): boolean {
  if (receivedOn !== null || (recipient !== 'unit' && tied)) return false;
  const scope = scopeFor(actor, 'grades.receive', 'assignments');
  if (recipient !== 'unit') return scope === 'all';
  return typeof scope !== 'string' && scope.unitIds.includes(unitId);
}

export async function readFeedback(
  deps: Deps,
  actor: Actor,
  { roundId }: QueryOf<typeof listFeedback>,
): Promise<ReplyOf<typeof listFeedback>> {
  const found = await readRows(deps.db.pool, actor, [
    reached(actor),
    ...(roundId === undefined ? [] : [sql`p.round_id = ${roundId}::uuid`]),
  ]);
  const items = found.map(({ tied, ...row }) => ({
    ...row,
    mayReceive: mayReceive(actor, { ...row, tied }),
  }));
  return { items, waiting: items.filter(({ receivedOn }) => receivedOn === null).length };
}

export function receive(
  deps: Deps,
  actor: Actor,
  { items, receivedOn }: BodyOf<typeof receiveFeedback>,
): Promise<{ done: number }> {
  refuseAhead('receivedOn', receivedOn, deps.today());
  return writeAs(deps, actor, async (tx) => {
    const seen = new Map(items.map(({ id, version }) => [id, version]));
    const ids = [...seen.keys()].sort();
    await tx.$queryRaw`SELECT 1 FROM grade_feedback WHERE id = ANY(${ids}::uuid[])
      ORDER BY id FOR UPDATE`;
    const held = await readRows(runnerOf(tx), actor, [
      reached(actor),
      sql`f.id = ANY(${ids}::uuid[])`,
    ]);
    if (held.length < ids.length) throw notFound();
    for (const { id, version, receivedOn: before } of held) {
      const current = { id, version, receivedOn: before };
      await checkVersion(
        tx,
        { entity: 'gradeFeedback', id, version, current },
        seen.get(id) ?? version,
      );
    }
    if (held.some((row) => row.receivedOn !== null)) throw new ApiError('alreadyDone');
    const tied = held.filter((row) => row.recipient !== 'unit' && row.tied);
    if (tied.length > 0) {
      throw ruleViolated(tied.map(({ personId: id, name }) => keptFromFault({ id, name })));
    }
    const others = held.filter((row) => !mayReceive(actor, row));
    if (others.length > 0) {
      const message = {
        zh: `由派出单位确认收到：${namesOf(others)}。`,
        en: `The unit says itself that it received it: ${namesOf(others)}.`,
      };
      const remedy = {
        zh: '请取消选择这些，由单位联络员登录后确认。',
        en: 'Leave them out; the unit’s liaison confirms them.',
      };
      throw ruleViolated([{ path: 'items', code: 'notYours', message, basis: byReading, remedy }]);
    }
    await tx.gradeFeedback.updateMany({
      where: { id: { in: ids } },
      data: {
        ...{ receivedOn: toDate(receivedOn), receivedById: actor.userId },
        ...{ receivedByName: actor.name, version: { increment: 1 } },
      },
    });
    record(tx, {
      ...{ action: 'grade.receive', entity: 'gradeFeedback', entityId: null },
      params: { people: held.length, names: namesOf(held), on: receivedOn },
      changes: held.map(({ id, version }) => ({
        ...{ entity: 'gradeFeedback', entityId: id, versionAfter: version + 1 },
        ...{ before: { receivedOn: null }, after: { receivedOn } },
      })),
    });
    return { done: held.length };
  });
}
