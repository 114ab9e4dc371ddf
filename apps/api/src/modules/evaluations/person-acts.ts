import type { Person } from '@xuanpai/contracts/evaluation-people';
import type { Grade, GradeSet } from '@xuanpai/contracts/evaluation-words';
import { may } from '@xuanpai/contracts/permissions';
import type { Basis } from '@xuanpai/contracts/problems';
import type { EvaluationPerson, EvaluationRound } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { belongsTo } from '@xuanpai/domain/evaluation/grades';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, ruleViolated } from '../../lib/api-error.ts';
import { type AuditChange, record } from '../../lib/audit.ts';
import { holdPerson } from '../../lib/evaluation/reach.ts';
import { refuseTied } from '../../lib/evaluation/stepping-back.ts';
import { runnerOf, sql } from '../../lib/sql.ts';
import { checkVersion } from '../../lib/versions.ts';

const byReading: Basis = { kind: 'reading', source: '按本办理解' };

type RoundOf = Pick<EvaluationRound, 'status'>;

/** What somebody who doesn't step back may do with a person of a round. */
export function actsOn(
  { roles }: Actor,
  { standing, state }: Pick<EvaluationPerson, 'standing' | 'state'>,
  { status }: RoundOf,
): Person['acts'] {
  const open = status === 'open';
  const proposes = open && standing === 'evaluated' && may(roles, 'grades.propose');
  const runs = open && may(roles, 'evaluations.write');
  return {
    write: proposes && state === 'entering',
    propose: proposes && state === 'entering',
    withdraw: proposes && state === 'proposed',
    standing: runs && state === 'entering',
    honour: may(roles, 'honours.write'),
  };
}

export type HeldPerson = EvaluationPerson & { round: EvaluationRound; name: string };

/**
 * A person for an act in the version that was seen, of a round that is open. Throws `notFound` out of
 * reach, `ruleViolated` for who steps back.
 */
export async function holdForAct(
  tx: Tx,
  actor: Actor,
  permission: 'grades.propose' | 'evaluations.write',
  id: string,
  seen: number,
): Promise<HeldPerson> {
  const person = await holdPerson(tx, actor, permission, id);
  const { version, state, proposedGrade, proposalReason, proposedByName } = person;
  const current = { id, version, state, proposedGrade, proposalReason, proposedByName };
  await checkVersion(tx, { entity: 'evaluationPerson', id, version, current }, seen);
  const round = await tx.evaluationRound.findUniqueOrThrow({ where: { id: person.roundId } });
  const { name } = await tx.cadre.findUniqueOrThrow({
    where: { id: person.cadreId },
    select: { name: true },
  });
  if (round.status !== 'open') throw notOpen();
  if (permission === 'grades.propose' && person.standing !== 'evaluated') {
    throw new ApiError('conflict', { detail: elsewhere });
  }
  await refuseTied(runnerOf(tx), actor, sql`p.id = ${id}::uuid`);
  return { ...person, round, name };
}

const elsewhere = {
  zh: '本人不在这次考核范围内，不提等次建议。',
  en: 'This person isn’t evaluated in the round.',
};

const notOpen = () =>
  new ApiError('conflict', {
    detail: { zh: '考核没有开始或已经办结。', en: 'The round isn’t open.' },
  });

/** E3: said before the database says it. */
export function refuseOtherSet(set: GradeSet, grade: Grade | null | undefined): void {
  if (!grade || belongsTo(set, grade)) return;
  throw ruleViolated([
    {
      ...{ path: 'grade', code: 'otherSet', basis: byReading },
      message: {
        zh: '这个等次不属于本人编制性质适用的等次。',
        en: 'The grade isn’t one of those for this staffing type.',
      },
    },
  ]);
}

/** Logs an act on a person of a round. */
export function notePerson(
  tx: Tx,
  action: string,
  { id, name, round, version }: HeldPerson,
  change: Pick<AuditChange, 'before' | 'after'>,
  facts: { [name: string]: string | number | null } = {},
): void {
  record(tx, {
    ...{ action, entity: 'evaluationPerson', entityId: id },
    params: { name, round: round.name, ...facts },
    changes: [{ entity: 'evaluationPerson', entityId: id, versionAfter: version + 1, ...change }],
  });
}
