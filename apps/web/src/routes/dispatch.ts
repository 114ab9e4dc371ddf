import type { RouteObject } from 'react-router';
import { page } from '../lib/lazy-page.ts';
import { paths } from '../paths.ts';

/** Planning the dispatch, and the posts that come of it. */
export const dispatchRoutes: RouteObject[] = [
  {
    path: paths.plans,
    lazy: page(() => import('../features/plans/plan-list-page.tsx'), 'PlanListPage'),
  },
  {
    path: paths.plan,
    lazy: page(() => import('../features/plans/plan-board-page.tsx'), 'PlanBoardPage'),
  },
  {
    path: paths.planWishes,
    lazy: page(() => import('../features/plans/wishes/wishes-page.tsx'), 'WishesPage'),
  },
  {
    path: paths.planComparison,
    lazy: page(() => import('../features/plans/comparison/comparison-page.tsx'), 'ComparisonPage'),
  },
  {
    path: paths.planWeights,
    lazy: page(() => import('../features/plans/weights/weights-page.tsx'), 'WeightsPage'),
  },
  {
    path: paths.planReport,
    lazy: page(() => import('../features/plans/report/report-page.tsx'), 'ReportPage'),
  },
  {
    path: paths.planChanges,
    lazy: page(() => import('../features/plans/replan/changes-page.tsx'), 'PlanChangesPage'),
  },
  {
    path: paths.planConsultation,
    lazy: page(
      () => import('../features/plans/consultation/consultation-page.tsx'),
      'ConsultationPage',
    ),
  },
  {
    path: paths.consultations,
    lazy: page(
      () => import('../features/plans/consultation/own-consultations-page.tsx'),
      'OwnConsultationsPage',
    ),
  },
  {
    path: paths.planPublication,
    lazy: page(() => import('../features/plans/publication-page.tsx'), 'PublicationPage'),
  },
  {
    path: paths.assignments,
    lazy: page(
      () => import('../features/assignments/assignment-list-page.tsx'),
      'AssignmentListPage',
    ),
  },
  {
    path: paths.changes,
    lazy: page(() => import('../features/assignments/changes-page.tsx'), 'ChangesPage'),
  },
  {
    path: paths.warnings,
    lazy: page(() => import('../features/assignments/warnings-page.tsx'), 'WarningsPage'),
  },
  {
    path: paths.telephones,
    lazy: page(
      () => import('../features/assignments/telephone-list-page.tsx'),
      'TelephoneListPage',
    ),
  },
  {
    path: paths.letters,
    lazy: page(() => import('../features/letters/letters-page.tsx'), 'LettersPage'),
  },
  {
    path: paths.coverage,
    lazy: page(() => import('../features/coverage/coverage-page.tsx'), 'CoveragePage'),
  },
  {
    path: paths.imports,
    lazy: page(() => import('../features/imports/import-page.tsx'), 'ImportPage'),
  },
  {
    path: paths.batch,
    lazy: page(() => import('../features/batches/batch-page.tsx'), 'BatchPage'),
  },
  {
    path: paths.eligibility,
    lazy: page(() => import('../features/eligibility/eligibility-page.tsx'), 'EligibilityPage'),
  },
  {
    path: paths.policy,
    lazy: page(() => import('../features/policy/policy-page.tsx'), 'PolicyPage'),
  },
];
