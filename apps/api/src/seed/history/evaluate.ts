import { beginHistorySteps, decideFirst, finishHistorySteps } from './grade-steps.ts';
import type { HistoryOffice } from './history-office.ts';
import {
  closeHistoryRound,
  enterHonours,
  openHistoryRound,
  proposeHistoryGrades,
} from './rounds.ts';
import { holdVisits } from './visits.ts';

/** 考核: the round of 2015 from its opening to its end, that of 2016 half done. */
export async function evaluate(office: HistoryOffice, batchId: string): Promise<void> {
  const last = await openHistoryRound(office, batchId, 2015);
  await enterHonours(office, last);
  await holdVisits(office, last, 2015);
  await proposeHistoryGrades(office, last, 2015);
  await finishHistorySteps(office, batchId, last);
  await closeHistoryRound(office, last);
  const now = await openHistoryRound(office, batchId, 2016);
  await holdVisits(office, now, 2016);
  await proposeHistoryGrades(office, now, 2016, true);
  await decideFirst(office, now);
  await proposeHistoryGrades(office, now, 2016);
  await beginHistorySteps(office, now);
}
