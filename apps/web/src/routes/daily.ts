import type { RouteObject } from 'react-router';
import { page } from '../lib/lazy-page.ts';
import { paths } from '../paths.ts';

/** What goes on during the two years: attendance, targets, support, supervision, training, examples. */
export const dailyRoutes: RouteObject[] = [
  {
    path: paths.attendance,
    lazy: page(() => import('../features/attendance/attendance-page.tsx'), 'AttendancePage'),
  },
  {
    path: paths.attendanceDistrict,
    lazy: page(() => import('../features/attendance/overview/district-page.tsx'), 'DistrictPage'),
  },
  {
    path: paths.attendanceSheet,
    lazy: page(() => import('../features/attendance/month-page.tsx'), 'MonthPage'),
  },
  {
    path: paths.attendancePrint,
    lazy: page(() => import('../features/attendance/print/print-page.tsx'), 'PrintPage'),
  },
  {
    path: paths.attendanceSummary,
    lazy: page(() => import('../features/attendance/summary/summary-page.tsx'), 'SummaryPage'),
  },
  {
    path: paths.leaves,
    lazy: page(() => import('../features/leaves/leaves-page.tsx'), 'LeavesPage'),
  },
  {
    path: paths.cadreLeaves,
    lazy: page(() => import('../features/leaves/cadre-leaves-page.tsx'), 'CadreLeavesPage'),
  },
  {
    path: paths.spotChecks,
    lazy: page(() => import('../features/spot-checks/checks-page.tsx'), 'ChecksPage'),
  },
  {
    path: paths.inspections,
    lazy: page(() => import('../features/inspections/issues-page.tsx'), 'IssuesPage'),
  },
  {
    path: paths.finding,
    lazy: page(() => import('../features/inspections/issue-page.tsx'), 'IssuePage'),
  },
  {
    path: paths.inspectionVisits,
    lazy: page(() => import('../features/inspections/visits-page.tsx'), 'VisitsPage'),
  },
  {
    path: paths.inspection,
    lazy: page(() => import('../features/inspections/inspection-page.tsx'), 'InspectionPage'),
  },
  {
    path: paths.fieldComparison,
    lazy: page(() => import('../features/inspections/comparison-page.tsx'), 'ComparisonPage'),
  },
  {
    path: paths.draws,
    lazy: page(() => import('../features/inspections/draws-page.tsx'), 'DrawsPage'),
  },
  {
    path: paths.draw,
    lazy: page(() => import('../features/inspections/draw-page.tsx'), 'DrawPage'),
  },
  {
    path: paths.leaders,
    lazy: page(() => import('../features/inspections/leaders-page.tsx'), 'LeadersPage'),
  },
  {
    path: paths.elections,
    lazy: page(() => import('../features/inspections/elections-page.tsx'), 'ElectionsPage'),
  },
  {
    path: paths.organisation,
    lazy: page(() => import('../features/inspections/organisation-page.tsx'), 'OrganisationPage'),
  },
  {
    path: paths.villageInspections,
    lazy: page(() => import('../features/inspections/village-page.tsx'), 'VillageInspectionsPage'),
  },
  {
    path: paths.targets,
    lazy: page(() => import('../features/targets/district/district-page.tsx'), 'TargetsPage'),
  },
  {
    path: paths.targetTownship,
    lazy: page(
      () => import('../features/targets/township/township-page.tsx'),
      'TargetTownshipPage',
    ),
  },
  {
    path: paths.targetTemplates,
    lazy: page(() => import('../features/targets/templates/templates-page.tsx'), 'TemplatesPage'),
  },
  {
    path: paths.villageTargets,
    lazy: page(
      () => import('../features/targets/village/village-targets-page.tsx'),
      'VillageTargetsPage',
    ),
  },
  {
    path: paths.appraisals,
    lazy: page(() => import('../features/appraisals/appraisals-page.tsx'), 'AppraisalsPage'),
  },
  {
    path: paths.cadreAppraisals,
    lazy: page(
      () => import('../features/appraisals/cadre-appraisals-page.tsx'),
      'CadreAppraisalsPage',
    ),
  },
  {
    path: paths.support,
    lazy: page(() => import('../features/support/overview-page.tsx'), 'OverviewPage'),
  },
  {
    path: paths.supportHelp,
    lazy: page(() => import('../features/support/help-page.tsx'), 'HelpPage'),
  },
  {
    path: paths.supportProjects,
    lazy: page(() => import('../features/support/projects-page.tsx'), 'ProjectsPage'),
  },
  {
    path: paths.supportProject,
    lazy: page(() => import('../features/support/project-page.tsx'), 'ProjectPage'),
  },
  {
    path: paths.enterprises,
    lazy: page(() => import('../features/support/enterprises-page.tsx'), 'EnterprisesPage'),
  },
  {
    path: paths.villageSupport,
    lazy: page(() => import('../features/support/village-support-page.tsx'), 'VillageSupportPage'),
  },
  {
    path: paths.unitSupport,
    lazy: page(() => import('../features/support/unit-support-page.tsx'), 'UnitSupportPage'),
  },
  {
    path: paths.calendar,
    lazy: page(() => import('../features/calendar/calendar-page.tsx'), 'CalendarPage'),
  },
  {
    path: paths.cadreAttendance,
    lazy: page(() => import('../features/attendance/overview/cadre-card.tsx'), 'CadreCard'),
  },
  {
    path: paths.trainings,
    lazy: page(() => import('../features/trainings/trainings-page.tsx'), 'TrainingsPage'),
  },
  {
    path: paths.trained,
    lazy: page(() => import('../features/trainings/trained-page.tsx'), 'TrainedPage'),
  },
  {
    path: paths.training,
    lazy: page(() => import('../features/trainings/training-page.tsx'), 'TrainingPage'),
  },
  {
    path: paths.trainingPrint,
    lazy: page(() => import('../features/trainings/print-page.tsx'), 'TrainingPrintPage'),
  },
  {
    path: paths.cadreTrainings,
    lazy: page(
      () => import('../features/trainings/cadre-trainings-page.tsx'),
      'CadreTrainingsPage',
    ),
  },
  {
    path: paths.examples,
    lazy: page(() => import('../features/examples/examples-page.tsx'), 'ExamplesPage'),
  },
  {
    path: paths.example,
    lazy: page(() => import('../features/examples/example-page.tsx'), 'ExamplePage'),
  },
  {
    path: paths.workRule,
    lazy: page(() => import('../features/work-rules/work-rule-page.tsx'), 'WorkRulePage'),
  },
];
