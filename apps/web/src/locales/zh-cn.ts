import type { Texts } from './texts.ts';
import { account } from './zh/account.ts';
import { appraisals } from './zh/appraisals.ts';
import { assignmentActs } from './zh/assignment-acts.ts';
import { assignments } from './zh/assignments.ts';
import { attendance } from './zh/attendance.ts';
import { attendanceFiles } from './zh/attendance-files.ts';
import { attendanceOverview } from './zh/attendance-overview.ts';
import { audit } from './zh/audit.ts';
import { batches } from './zh/batches.ts';
import { benefits } from './zh/benefits.ts';
import { cadreEvents } from './zh/cadre-events.ts';
import { cadres } from './zh/cadres.ts';
import { calendar } from './zh/calendar.ts';
import { checks } from './zh/checks.ts';
import { coverage } from './zh/coverage.ts';
import { eligibility } from './zh/eligibility.ts';
import { evaluationEntry } from './zh/evaluation-entry.ts';
import { evidence } from './zh/evidence.ts';
import { examples } from './zh/examples.ts';
import { explanation } from './zh/explanation.ts';
import { factor } from './zh/factor.ts';
import { grades } from './zh/grades.ts';
import { home } from './zh/home.ts';
import { imports } from './zh/imports.ts';
import { inspections } from './zh/inspections.ts';
import { leaves } from './zh/leaves.ts';
import { letters } from './zh/letters.ts';
import { place } from './zh/place.ts';
import { plans } from './zh/plans.ts';
import { policy } from './zh/policy.ts';
import { problems } from './zh/problems.ts';
import { publication } from './zh/publication.ts';
import { relatives } from './zh/relatives.ts';
import { replans } from './zh/replans.ts';
import { report } from './zh/report.ts';
import { rounds } from './zh/rounds.ts';
import { shell } from './zh/shell.ts';
import { signIn } from './zh/sign-in.ts';
import { states } from './zh/states.ts';
import { support } from './zh/support.ts';
import { targets } from './zh/targets.ts';
import { termEnds } from './zh/term-ends.ts';
import { trainings } from './zh/trainings.ts';
import { ui } from './zh/ui.ts';
import { units } from './zh/units.ts';
import { users } from './zh/users.ts';
import { villages } from './zh/villages.ts';
import { whatIf } from './zh/what-if.ts';
import { wishes } from './zh/wishes.ts';
import { workRules } from './zh/work-rules.ts';

/** The Chinese dictionary sets the keys; a file of its own for each feature. */
export const zh = {
  account,
  factor,
  appraisals,
  attendance,
  attendanceFiles,
  assignments,
  assignmentActs,
  attendanceOverview,
  cadreEvents,
  grades,
  home,
  batches,
  benefits,
  calendar,
  checks,
  coverage,
  eligibility,
  evaluationEntry,
  evidence,
  examples,
  imports,
  inspections,
  leaves,
  letters,
  place,
  plans,
  policy,
  problems,
  explanation,
  replans,
  report,
  publication,
  relatives,
  rounds,
  shell,
  signIn,
  states,
  targets,
  support,
  termEnds,
  trainings,
  ui,
  villages,
  whatIf,
  wishes,
  workRules,
  units,
  cadres,
  audit,
  users,
};

export type Dictionary = Texts<typeof zh>;
