import type { StepAct } from '@xuanpai/contracts/evaluation-step-words';
import type { Basis } from '@xuanpai/contracts/problems';
import type { Text } from '@xuanpai/contracts/text';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import { stepFaults } from '@xuanpai/domain/evaluation/step-faults';
import { stepTransitions } from '@xuanpai/domain/evaluation/steps';
import type { Actor } from '../../lib/actor.ts';
import { type Fault, invalid, notFound, ruleViolated } from '../../lib/api-error.ts';
import { peopleReached } from '../../lib/evaluation/reach.ts';
import { readStepRows, type StepRow, standingOf } from '../../lib/evaluation/step-rows.ts';
import { tiedFaults } from '../../lib/evaluation/stepping-back.ts';
import { runnerOf, sql } from '../../lib/sql.ts';
import { checkVersion } from '../../lib/versions.ts';

export const byReading: Basis = { kind: 'reading', source: '按本办理解' };
/** The grade sets and the feedback. */
export const byNotice: Basis = { kind: 'notice', source: '四（三）' };

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
  const faults: Fault[] = held.flatMap((row) => {
    const subject = { ...row, roundClosed: row.roundStatus === 'closed' };
    return stepFaults(act, subject, standingOf(row, actor.userId, today), on);
  });
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

/** Throws `invalid` for a day that hasn't come. */
export function refuseAhead(path: string, day: PlainDate, today: PlainDate): void {
  if (day <= today) return;
  const message = { zh: '日期晚于今天。', en: 'The day lies ahead.' };
  const remedy = { zh: `请填${today}或以前的日期。`, en: `Give ${today} or an earlier day.` };
  throw invalid([{ path, code: 'ahead', message, remedy }]);
}

/** What to do about a day that is too early. */
export function fromDay(day: PlainDate): Text {
  return { zh: `请填${day}或以后的日期。`, en: `Give ${day} or a later day.` };
}

/** Names for the log: the first ones, and how many. */
export function namesOf(held: readonly { name: string }[]): string {
  const names = held.slice(0, 5).map(({ name }) => name);
  return held.length > 5 ? `${names.join('、')}等` : names.join('、');
}
