import { evaluationStepWords, type StepAct } from '@xuanpai/contracts/evaluation-step-words';
import { evaluationStateWords } from '@xuanpai/contracts/evaluation-words';
import type { Basis } from '@xuanpai/contracts/problems';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import {
  earliestDay,
  isActOf,
  missingBefore,
  stepTransitions,
} from '@xuanpai/domain/evaluation/steps';
import type { Actor } from '../../lib/actor.ts';
import { type Fault, invalid, notFound, ruleViolated } from '../../lib/api-error.ts';
import { peopleReached } from '../../lib/evaluation/reach.ts';
import { readStepRows, type StepRow, standingOf } from '../../lib/evaluation/step-rows.ts';
import { tiedFaults } from '../../lib/evaluation/stepping-back.ts';
import { runnerOf, sql } from '../../lib/sql.ts';
import { checkVersion } from '../../lib/versions.ts';

export const byReading: Basis = { kind: 'reading', source: '按本办理解' };

interface Holding {
  act: StepAct;
  /** Not only of this round: by id. */
  roundId?: string;
  ids: readonly string[];
  /** The day that the act bears. */
  on?: PlainDate;
  /** Versions as they were seen, where the act says. */
  seen?: ReadonlyMap<string, number>;
  today: PlainDate;
}

/**
 * People held for an act: within reach by its permission, of an open round (after the decision a closed
 * one too), in a state that it fits, with the steps before behind them. Everything that stands in the
 * way is said at once.
 */
export async function holdPeople(tx: Tx, actor: Actor, holding: Holding): Promise<StepRow[]> {
  const { act, on, roundId, seen, today } = holding;
  const ids = [...new Set(holding.ids)].sort();
  await tx.$queryRaw`SELECT 1 FROM evaluation_person WHERE id = ANY(${ids}::uuid[])
    ORDER BY id FOR UPDATE`;
  const held = await readStepRows(runnerOf(tx), [
    sql`p.id = ANY(${ids}::uuid[])`,
    peopleReached(actor, stepTransitions[act].by),
    ...(roundId === undefined ? [] : [sql`p.round_id = ${roundId}::uuid`]),
  ]);
  if (held.length < ids.length) throw notFound();
  for (const row of held) await refuseStale(tx, row, seen?.get(row.id));
  const faults = held.flatMap((row) => [
    ...faultsOf(actor, act, row, today),
    ...earlyFaults(act, row, on),
  ]);
  faults.push(...(await tiedFaults(runnerOf(tx), actor, sql`p.id = ANY(${ids}::uuid[])`, act)));
  if (faults.length > 0) throw ruleViolated(faults);
  return held;
}

async function refuseStale(tx: Tx, row: StepRow, seen: number | undefined): Promise<void> {
  if (seen === undefined) return;
  const { id, version, state, proposedGrade, grade } = row;
  const current = { id, version, state, proposedGrade, grade };
  await checkVersion(tx, { entity: 'evaluationPerson', id, version, current }, seen);
}

function faultsOf(actor: Actor, act: StepAct, row: StepRow, today: PlainDate): Fault[] {
  const { id: path, name, state, roundStatus } = row;
  const standing = standingOf(row, actor.userId, today);
  const fault = (code: string, zh: string, en: string, basis = byReading): Fault[] => [
    { path, code, message: { zh, en }, basis },
  ];
  if (row.standing !== 'evaluated') {
    return fault('notEvaluated', `${name}不在本次考核范围。`, `${name} isn’t evaluated here.`);
  }
  if (roundStatus === 'closed' && state !== 'decided') {
    return fault('roundClosed', '本次考核已办结。', 'The round is closed.');
  }
  if (!isActOf(act, standing)) {
    return fault(
      'notInRound',
      `${name}本次考核没有这一步。`,
      `The round doesn’t have this step for ${name}.`,
    );
  }
  if (!stepTransitions[act].from.includes(state)) {
    const { zh, en } = evaluationStateWords[state];
    return fault('otherState', `${name}${zh}，不能这样办。`, `${name}: ${en}; not possible now.`);
  }
  if (act === 'check' && standing.proposedBySelf) {
    return fault(
      'ownProposal',
      `${name}的等次由您提出，须由他人审核。`,
      `You proposed the grade of ${name}; somebody else checks it.`,
    );
  }
  const missing = missingBefore(act, standing);
  if (missing.length === 0) return [];
  return fault(
    'stepsMissing',
    `${name}还缺：${missing.map((step) => evaluationStepWords[step].zh).join('、')}。`,
    `${name} lacks: ${missing.map((step) => evaluationStepWords[step].en).join(', ')}.`,
  );
}

/** A day set back in time skips no limit: not before the round, the meeting, the decision. */
function earlyFaults(act: StepAct, row: StepRow, on: PlainDate | undefined): Fault[] {
  const earliest = earliestDay(act, row);
  if (on === undefined || on >= earliest) return [];
  const { id: path, name } = row;
  const message = {
    zh: `${name}：日期不能早于${earliest}。`,
    en: `${name}: the day can’t be before ${earliest}.`,
  };
  return [{ path, code: 'tooEarly', message, basis: byReading }];
}

/** Throws `invalid` for a day that hasn't come. */
export function refuseAhead(path: string, day: PlainDate, today: PlainDate): void {
  if (day <= today) return;
  const message = { zh: '日期晚于今天。', en: 'The day lies ahead.' };
  throw invalid([{ path, code: 'ahead', message }]);
}

/** Names for the log: the first ones, and how many. */
export function namesOf(held: readonly { name: string }[]): string {
  const names = held.slice(0, 5).map(({ name }) => name);
  return held.length > 5 ? `${names.join('、')}等` : names.join('、');
}
