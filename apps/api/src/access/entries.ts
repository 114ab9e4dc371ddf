import { appraisalEntries } from './appraisals.ts';
import { assignmentActEntries } from './assignment-acts.ts';
import { assignmentEntries } from './assignments.ts';
import { attendanceEntries } from './attendance.ts';
import { auditEntries } from './audit.ts';
import { ballotEntries } from './ballots.ts';
import { batchEntries } from './batches.ts';
import { benefitEntries } from './benefits.ts';
import { cadreEntries } from './cadres.ts';
import { calendarEntries } from './calendar.ts';
import { consultationEntries } from './consultations.ts';
import type { Entries, Entry } from './entry.ts';
import { evaluationEntries } from './evaluations.ts';
import { evidenceEntries } from './evidence.ts';
import { exampleEntries } from './examples.ts';
import { gradeEntries } from './grades.ts';
import { importEntries } from './imports.ts';
import { inspectionEntries } from './inspections.ts';
import { leadershipEntries } from './leadership.ts';
import { leaveEntries } from './leaves.ts';
import { letterEntries } from './letters.ts';
import { nominationEntries } from './nominations.ts';
import { oneselfEntries } from './oneself.ts';
import { planEntries } from './plans.ts';
import { searchEntries } from './search.ts';
import { spotCheckEntries } from './spot-checks.ts';
import { supportEntries } from './support.ts';
import { targetEntries } from './targets.ts';
import { termEndEntries } from './term-ends.ts';
import { trainingEntries } from './trainings.ts';
import { unitEntries } from './units.ts';
import { userEntries } from './users.ts';
import { villageDrawEntries } from './village-draws.ts';
import { villageStateEntries } from './village-states.ts';
import { villageEntries } from './villages.ts';
import { workRuleEntries } from './work-rules.ts';

/** What each endpoint lets each role reach: an endpoint without an entry fails the table's test. */
export const entries: Entries = {
  ...oneselfEntries,
  ...searchEntries,
  ...userEntries,
  ...targetEntries,
  ...auditEntries,
  ...batchEntries,
  ...villageEntries,
  ...unitEntries,
  ...cadreEntries,
  ...importEntries,
  ...nominationEntries,
  ...planEntries,
  ...assignmentEntries,
  ...consultationEntries,
  ...letterEntries,
  ...gradeEntries,
  ...assignmentActEntries,
  ...attendanceEntries,
  ...calendarEntries,
  ...leaveEntries,
  ...spotCheckEntries,
  ...trainingEntries,
  ...exampleEntries,
  ...evidenceEntries,
  ...inspectionEntries,
  ...villageDrawEntries,
  ...villageStateEntries,
  ...leadershipEntries,
  ...appraisalEntries,
  ...ballotEntries,
  ...workRuleEntries,
  ...supportEntries,
  ...benefitEntries,
  ...termEndEntries,
  ...evaluationEntries,
};

export function entriesOf(id: string): readonly Entry[] {
  return [entries[id] ?? []].flat();
}
