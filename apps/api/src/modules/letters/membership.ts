import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { setMembershipFacts } from '@xuanpai/contracts/letters';
import { plainDateSchema } from '@xuanpai/contracts/values';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../lib/actor.ts';
import { invalid, notFound } from '../../lib/api-error.ts';
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
    const ids = [...new Set(input.rows.map(({ assignmentId }) => assignmentId))];
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
    const changes: AuditChange[] = [];
    for (const row of input.rows) changes.push(await enter(tx, actor, input, row));
    const { direction } = input;
    const params = { direction, people: ids.length };
    record(tx, {
      ...{ action: 'membershipFacts.set', entity: 'batch', entityId: batchId, params },
      changes,
    });
  });
}

async function enter(tx: Tx, actor: Actor, input: Input, row: Input['rows'][number]) {
  const { direction, duesPaidUntil: month, validityDays } = input;
  const { assignmentId } = row;
  const key = { assignmentId, direction };
  await tx.$executeRaw`INSERT INTO membership_facts (assignment_id, direction, set_by_name, version)
    VALUES (${assignmentId}::uuid, ${direction}::membership_direction, ${actor.name}, 0)
    ON CONFLICT (assignment_id, direction) DO UPDATE SET version = membership_facts.version`;
  const where = { assignmentId_direction: key };
  const before = await tx.membershipFacts.findUniqueOrThrow({ where });
  const was = {
    duesPaidUntil: toPlainDate(before.duesPaidUntil),
    validityDays: before.validityDays,
  };
  const { version } = before;
  const id = assignmentId;
  await checkVersion(tx, { entity: 'membershipFacts', id, version, current: was }, row.version);
  const after = {
    duesPaidUntil: month ? plainDateSchema.parse(`${month}-01`) : was.duesPaidUntil,
    validityDays: validityDays ?? was.validityDays,
  };
  await tx.membershipFacts.update({
    where,
    data: {
      ...{ ...after, duesPaidUntil: toDate(after.duesPaidUntil) },
      ...{ setByName: actor.name, setAt: new Date(), version: { increment: 1 } },
    },
  });
  return {
    ...{ entity: 'membershipFacts', entityId: id, versionAfter: version + 1 },
    before: version === 0 ? null : was,
    after,
  };
}

function nothingSaid() {
  const message = {
    zh: '请填写党费交至月份或有效天数。',
    en: 'Fill in until when dues are paid, or for how many days the letter is valid.',
  };
  return invalid([{ path: 'duesPaidUntil', code: 'required', message }]);
}
