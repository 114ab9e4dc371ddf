import type { PlainDate } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { workCalendar } from '@xuanpai/domain/attendance/calendar';
import { type Remedy, remediesOf } from '@xuanpai/domain/evaluation/remedies';
import { addDays } from '@xuanpai/domain/office/plain-date';
import { readCalendar } from '../attendance/work-calendar.ts';
import { readPolicy } from '../policy.ts';
import { runnerOf } from '../sql.ts';
import type { StepRow } from './step-rows.ts';

type Client = PrismaClient | Tx;

/** Policy and calendar that a limit from a day is reckoned by. */
export async function limitsOn(client: Client, roundId: string, from: PlainDate) {
  const { batchId } = await client.evaluationRound.findUniqueOrThrow({ where: { id: roundId } });
  const policy = await readPolicy(client, batchId, from);
  const special = await readCalendar(runnerOf(client), from, addDays(from, 500));
  return { policy, calendar: workCalendar(special) };
}

/** What somebody may ask for against the grade in force, and until when. */
export async function remediesFor(client: Client, row: StepRow): Promise<Remedy[]> {
  const { id, roundId, staffingType, grade, edition, told, decidedOn, steps } = row;
  if (grade === null || decidedOn === null) return [];
  const found = await client.gradeCase.findMany({
    where: { personId: id },
    orderBy: { id: 'asc' },
  });
  const cases = found.map((one) => ({ ...one, decidedOn: toPlainDate(one.decidedOn) }));
  const { policy, calendar } = await limitsOn(client, roundId, told?.toldOn ?? decidedOn);
  // Where a round leaves the telling out, time runs from the decision.
  const toldOn = told?.toldOn ?? (steps.includes('told') ? null : decidedOn);
  return remediesOf({ staffingType, grade, edition, toldOn, cases }, policy, calendar);
}
