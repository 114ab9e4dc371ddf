import { account } from './en/account.ts';
import { appraisals } from './en/appraisals.ts';
import { assignmentActs } from './en/assignment-acts.ts';
import { assignments } from './en/assignments.ts';
import { attendance } from './en/attendance.ts';
import { attendanceFiles } from './en/attendance-files.ts';
import { attendanceOverview } from './en/attendance-overview.ts';
import { audit } from './en/audit.ts';
import { batches } from './en/batches.ts';
import { benefits } from './en/benefits.ts';
import { cadreEvents } from './en/cadre-events.ts';
import { cadres } from './en/cadres.ts';
import { calendar } from './en/calendar.ts';
import { checks } from './en/checks.ts';
import { coverage } from './en/coverage.ts';
import { eligibility } from './en/eligibility.ts';
import { evaluationEntry } from './en/evaluation-entry.ts';
import { evidence } from './en/evidence.ts';
import { examples } from './en/examples.ts';
import { explanation } from './en/explanation.ts';
import { factor } from './en/factor.ts';
import { grades } from './en/grades.ts';
import { home } from './en/home.ts';
import { imports } from './en/imports.ts';
import { inspections } from './en/inspections.ts';
import { leaves } from './en/leaves.ts';
import { letters } from './en/letters.ts';
import { place } from './en/place.ts';
import { plans } from './en/plans.ts';
import { policy } from './en/policy.ts';
import { problems } from './en/problems.ts';
import { publication } from './en/publication.ts';
import { relatives } from './en/relatives.ts';
import { replans } from './en/replans.ts';
import { report } from './en/report.ts';
import { rounds } from './en/rounds.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import { states } from './en/states.ts';
import { support } from './en/support.ts';
import { targets } from './en/targets.ts';
import { termEnds } from './en/term-ends.ts';
import { trainings } from './en/trainings.ts';
import { ui } from './en/ui.ts';
import { units } from './en/units.ts';
import { users } from './en/users.ts';
import { villages } from './en/villages.ts';
import { whatIf } from './en/what-if.ts';
import { wishes } from './en/wishes.ts';
import { workRules } from './en/work-rules.ts';
import type { Dictionary } from './zh-cn.ts';

export const en: Dictionary = {
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
