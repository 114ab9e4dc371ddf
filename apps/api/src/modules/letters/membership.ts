import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { setMembershipFacts } from '@xuanpai/contracts/letters';
import { type PlainDate, plainDateSchema } from '@xuanpai/contracts/values';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../lib/actor.ts';
import { type Fault, invalid, notFound } from '../../lib/api-error.ts';
import { type AuditChange, record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { scopeFor, scopeWhere } from '../../lib/scope.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';

type Input = BodyOf<typeof setMembershipFacts>;

/** Enters what a membership's letter says, for all of the people at once or for none. */
export function enterMembership(
  deps: Deps,
  actor: Actor,
  batchId: string,
  input: Input,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    if (input.duesPaidUntil === undefined && input.validityDays === undefined) throw nothingSaid();
    const ids = input.rows.map(({ assignmentId }) => assignmentId);
    const twice = ids.flatMap((id, at) => (ids.indexOf(id) < at ? [namedTwice(at)] : []));
    if (twice.length > 0) throw invalid(twice);
    const scope = scopeFor(actor, 'letters.membership', 'assignments');
    // M3: the membership of a township's cadre doesn't move.
    const own = await tx.assignment.count({
      where: {
        AND: [
          { id: { in: ids }, batchId, tier: 'district', state: { not: 'revoked' } },
          scopeWhere(scope, 'assignments'),
        ],
      },
    });
    if (own < ids.length) throw notFound();
    const changes = await enter(tx, actor, input);
    const { direction } = input;
    const params = { direction, people: ids.length };
    record(tx, {
      ...{ action: 'membershipFacts.set', entity: 'batch', entityId: batchId, params },
      changes,
    });
  });
}

/** One statement for all: a district's 144 are entered at once. */
async function enter(tx: Tx, actor: Actor, input: Input): Promise<AuditChange[]> {
  const { direction, duesPaidUntil: month, validityDays } = input;
  const ids = input.rows.map(({ assignmentId }) => assignmentId);
  // Rows that aren't there yet are made, so that two people who enter at once wait for each other.
  await tx.$executeRaw`INSERT INTO membership_facts (assignment_id, direction, set_by_name, version)
    SELECT id, ${direction}::membership_direction, ${actor.name}, 0
    FROM unnest(${ids}::uuid[]) AS id ORDER BY id
    ON CONFLICT (assignment_id, direction) DO UPDATE SET version = membership_facts.version`;
  const where = { direction, assignmentId: { in: ids } };
  const found = await tx.membershipFacts.findMany({ where });
  const before = new Map(found.map((row) => [row.assignmentId, row]));
  const changes: AuditChange[] = [];
  for (const { assignmentId: id, version: seen } of input.rows) {
    const row = before.get(id);
    if (!row) throw notFound();
    const { version } = row;
    const was = { duesPaidUntil: toPlainDate(row.duesPaidUntil), validityDays: row.validityDays };
    await checkVersion(tx, { entity: 'membershipFacts', id, version, current: was }, seen);
    const after = {
      duesPaidUntil: month ? dayOf(month) : was.duesPaidUntil,
      validityDays: validityDays ?? was.validityDays,
    };
    const entry = { entity: 'membershipFacts', entityId: id, versionAfter: version + 1 };
    changes.push({ ...entry, before: version === 0 ? null : was, after });
  }
  await tx.membershipFacts.updateMany({
    where,
    data: {
      ...(month ? { duesPaidUntil: toDate(dayOf(month)) } : {}),
      ...(validityDays ? { validityDays } : {}),
      ...{ setByName: actor.name, setAt: new Date(), version: { increment: 1 } },
    },
  });
  return changes;
}

/** A month is kept as its first day. */
function dayOf(month: string): PlainDate {
  return plainDateSchema.parse(`${month}-01`);
}

function namedTwice(at: number): Fault {
  const message = { zh: '同一人只能出现一次。', en: 'Somebody is named twice.' };
  return { path: `rows.${at}.assignmentId`, code: 'twice', message };
}

function nothingSaid() {
  const message = {
    zh: '请填写党费交至月份或有效天数。',
    en: 'Fill in until when dues are paid, or for how many days the letter is valid.',
  };
  return invalid([{ path: 'duesPaidUntil', code: 'required', message }]);
}
