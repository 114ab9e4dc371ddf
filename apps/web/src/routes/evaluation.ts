import type { RouteObject } from 'react-router';
import { page } from '../lib/lazy-page.ts';
import { paths } from '../paths.ts';

/** Rounds, grades, benefits, the end of the term. */
export const evaluationRoutes: RouteObject[] = [
  {
    path: paths.roundEntry,
    lazy: page(() => import('../features/evaluation-entry/entry-page.tsx'), 'EntryPage'),
  },
  {
    path: paths.roundBallots,
    lazy: page(() => import('../features/evaluation-entry/ballots-page.tsx'), 'BallotsPage'),
  },
  {
    path: paths.gradeReview,
    lazy: page(() => import('../features/grades/review-page.tsx'), 'ReviewPage'),
  },
  {
    path: paths.gradeNotices,
    lazy: page(() => import('../features/grades/notices-page.tsx'), 'NoticesPage'),
  },
  {
    path: paths.gradeTold,
    lazy: page(() => import('../features/grades/told-page.tsx'), 'ToldPage'),
  },
  {
    path: paths.gradeCases,
    lazy: page(() => import('../features/grades/cases-page.tsx'), 'CasesPage'),
  },
  {
    path: paths.gradeFeedback,
    lazy: page(() => import('../features/grades/feedback-page.tsx'), 'FeedbackPage'),
  },
  {
    path: paths.cadreBenefits,
    lazy: page(() => import('../features/benefits/cadre-benefits-page.tsx'), 'CadreBenefitsPage'),
  },
  {
    path: paths.unitBenefits,
    lazy: page(() => import('../features/benefits/unit-benefits-page.tsx'), 'UnitBenefitsPage'),
  },
  {
    path: paths.cadreGrades,
    lazy: page(() => import('../features/grades/cadre-grades-page.tsx'), 'CadreGradesPage'),
  },
  {
    path: paths.benefits,
    lazy: page(() => import('../features/benefits/benefits-page.tsx'), 'BenefitsPage'),
  },
  {
    path: paths.expenses,
    lazy: page(() => import('../features/benefits/expenses-page.tsx'), 'ExpensesPage'),
  },
  {
    path: paths.termEnds,
    lazy: page(() => import('../features/term-end/term-ends-page.tsx'), 'TermEndsPage'),
  },
  {
    path: paths.termUnits,
    lazy: page(() => import('../features/term-end/term-units-page.tsx'), 'TermUnitsPage'),
  },
  {
    path: paths.townshipBenefits,
    lazy: page(
      () => import('../features/benefits/township-benefits-page.tsx'),
      'TownshipBenefitsPage',
    ),
  },
  {
    path: paths.evaluatorTies,
    lazy: page(() => import('../features/rounds/ties-page.tsx'), 'TiesPage'),
  },
  {
    path: paths.rounds,
    lazy: page(() => import('../features/rounds/rounds-page.tsx'), 'RoundsPage'),
  },
  { path: paths.round, lazy: page(() => import('../features/rounds/round-page.tsx'), 'RoundPage') },
  {
    path: paths.roundTeams,
    lazy: page(() => import('../features/rounds/teams-page.tsx'), 'TeamsPage'),
  },
  {
    path: paths.roundFairness,
    lazy: page(() => import('../features/rounds/fairness-page.tsx'), 'FairnessPage'),
  },
];
