import { linkTo, paths } from '../../paths.ts';
import type { Task } from './home-values.ts';

/** Where a task is done. */
export function taskPath({ code, planId, sheet, period, round }: Task): string {
  switch (code) {
    case 'createBatch':
      return paths.batch;
    case 'importRegisters':
      return linkTo.imports();
    case 'registerContacts':
      return linkTo.units({ contacts: 'missing' });
    case 'fixNominees':
      return linkTo.eligibility({ judgements: 'notEligible' });
    case 'studyAges':
      return linkTo.eligibility({ judgements: 'toStudy' });
    case 'confirmMembership':
      return linkTo.eligibility({ presumed: 'true' });
    case 'coverVillages':
      return linkTo.coverage();
    case 'solvePlan':
      return planId === null ? paths.plans : linkTo.plan(planId);
    case 'approvePlan':
    case 'confirmPlan':
    case 'publishPlan':
      return planId === null ? paths.plans : linkTo.planPublication(planId);
    case 'fillPosts':
    case 'endTerms':
    case 'checkBatches':
      return paths.warnings;
    case 'prepareTermRound':
      return linkTo.newRound('term');
    case 'recordReports':
      return linkTo.assignments({ missing: 'report' });
    case 'decideLeaves':
      return linkTo.leaves({ waiting: 'decide' });
    case 'endLeaves':
      return linkTo.leaves({ waiting: 'end' });
    case 'confirmHelp':
      return linkTo.supportHelp({ waiting: 'decide' });
    case 'settleBenefits':
      return linkTo.benefits({ standings: 'groundLost' });
    case 'decideTermEnds':
      return linkTo.termEnds({ state: 'proposed' });
    case 'proposeTermEnds':
      return linkTo.termEnds({ state: 'open' });
    case 'payExpenses':
      return linkTo.expenses({ state: 'owing' });
    case 'closeExpenses':
      return linkTo.expenses({ year: '1' });
    case 'deliverHelp':
      return linkTo.supportHelp({ waiting: 'late' });
    case 'settleFindings':
      return linkTo.spotChecks({ state: 'contradicted' });
    case 'trainCadres':
      return linkTo.trained({ states: 'late' });
    case 'rectifyFindings':
      return linkTo.inspections({ states: 'open,returned' });
    case 'checkFindings':
      return linkTo.inspections({ states: 'answered' });
    case 'chaseFindings':
      return linkTo.inspections({ overdue: 'true' });
    case 'holdElections':
      return paths.elections;
    case 'visitVillages':
      return paths.leaders;
    case 'fixSheet':
    case 'fillSheet':
    case 'submitSheet':
    case 'signSheet':
      return sheet?.townshipId
        ? linkTo.attendanceSheet(sheet.townshipId, sheet.month)
        : paths.attendance;
    case 'confirmSheets':
      return linkTo.attendance({ month: sheet?.month, show: 'submitted' });
    case 'chaseSheets':
      return linkTo.attendance({ month: sheet?.month, show: 'late' });
    case 'decideCorrections':
      return linkTo.attendance({ month: sheet?.month, show: 'correction' });
    case 'writeAppraisals':
      return linkTo.appraisals({ period, states: 'missing,draft' });
    case 'signAppraisals':
      return linkTo.appraisals({ period, states: 'submitted' });
    case 'reportTargets':
    case 'confirmTargets':
      return linkTo.targets({ period });
    case 'giveOpinions':
    case 'checkGrades':
    case 'decideGrades':
      return round ? linkTo.gradeReview(round) : paths.evaluations;
    case 'tellGrades':
      return round ? linkTo.gradeTold(round) : paths.evaluations;
    case 'answerObjections':
      return round ? linkTo.gradeNotices(round) : paths.evaluations;
    case 'settleCases':
      return round ? linkTo.gradeCases(round) : paths.evaluations;
    case 'receiveGrades':
      return paths.gradeFeedback;
    case 'evaluateVillages':
      return round ? linkTo.roundEntry(round) : paths.evaluations;
    case 'assignTeams':
      return round ? linkTo.roundTeams(round) : paths.evaluations;
    case 'downloadLists':
      return linkTo.assignments();
    case 'createUsers':
      return linkTo.users();
  }
}
