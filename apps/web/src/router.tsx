import type { ComponentType } from 'react';
import type { LoaderFunctionArgs, RouteObject } from 'react-router';
import { createBrowserRouter, redirect } from 'react-router';
import { untilAnswered } from './lib/connection.ts';
import { loadScript } from './lib/load-script.ts';
import { followRouter } from './lib/search.ts';
import { restore } from './lib/session.ts';
import { loadDictionary } from './locales/use-text.ts';
import { linkTo, paths } from './paths.ts';
import { Opening } from './shell/opening.tsx';
import { RouteFailure } from './shell/route-failure.tsx';

/** A page is loaded when it is opened: `page(() => import('./…').then((m) => m.SomePage))`. */
function page(load: () => Promise<ComponentType>) {
  return async () => ({ Component: await loadScript(load) });
}

function whoIsIn() {
  return untilAnswered(restore, { writes: false });
}

async function enterShell({ request }: LoaderFunctionArgs) {
  const [user] = await Promise.all([whoIsIn(), loadScript(loadDictionary)]);
  if (user === null) {
    const { pathname, search } = new URL(request.url);
    return redirect(linkTo.signIn(pathname + search));
  }
  if (user.mustChangePassword) return redirect(paths.firstPassword);
  return user.mustSetSecondFactor ? redirect(paths.secondFactor) : null;
}

async function enterSecondFactor() {
  const [user] = await Promise.all([whoIsIn(), loadScript(loadDictionary)]);
  return user === null ? redirect(paths.signIn) : null;
}

async function enterFirstPassword() {
  return (await whoIsIn()) === null ? redirect(paths.signIn) : null;
}

/** Begins to load the page of the address at once. */
export function startRouter() {
  const router = createBrowserRouter(routes);
  followRouter(router);
  return router;
}

const routes: RouteObject[] = [
  {
    errorElement: <RouteFailure />,
    HydrateFallback: Opening,
    children: [
      {
        path: paths.signIn,
        lazy: page(() => import('./features/sign-in/sign-in-page.tsx').then((m) => m.SignInPage)),
      },
      {
        path: paths.firstPassword,
        loader: enterFirstPassword,
        lazy: page(() =>
          import('./features/sign-in/first-password-page.tsx').then((m) => m.FirstPasswordPage),
        ),
      },
      {
        path: paths.secondFactor,
        loader: enterSecondFactor,
        lazy: page(() =>
          import('./features/account/second-factor-page.tsx').then((m) => m.SecondFactorPage),
        ),
      },
      {
        path: '/',
        loader: enterShell,
        shouldRevalidate: () => false,
        lazy: page(() => import('./shell/shell.tsx').then((m) => m.Shell)),
        children: [
          {
            errorElement: <RouteFailure />,
            children: [
              // Features: one line each, in the order of the navigation.
              {
                index: true,
                lazy: page(() => import('./features/home/home-page.tsx').then((m) => m.HomePage)),
              },
              {
                path: paths.plans,
                lazy: page(() =>
                  import('./features/plans/plan-list-page.tsx').then((m) => m.PlanListPage),
                ),
              },
              {
                path: paths.plan,
                lazy: page(() =>
                  import('./features/plans/plan-board-page.tsx').then((m) => m.PlanBoardPage),
                ),
              },
              {
                path: paths.planWishes,
                lazy: page(() =>
                  import('./features/plans/wishes/wishes-page.tsx').then((m) => m.WishesPage),
                ),
              },
              {
                path: paths.planComparison,
                lazy: page(() =>
                  import('./features/plans/comparison/comparison-page.tsx').then(
                    (m) => m.ComparisonPage,
                  ),
                ),
              },
              {
                path: paths.planWeights,
                lazy: page(() =>
                  import('./features/plans/weights/weights-page.tsx').then((m) => m.WeightsPage),
                ),
              },
              {
                path: paths.planReport,
                lazy: page(() =>
                  import('./features/plans/report/report-page.tsx').then((m) => m.ReportPage),
                ),
              },
              {
                path: paths.planChanges,
                lazy: page(() =>
                  import('./features/plans/replan/changes-page.tsx').then((m) => m.PlanChangesPage),
                ),
              },
              {
                path: paths.planConsultation,
                lazy: page(() =>
                  import('./features/plans/consultation/consultation-page.tsx').then(
                    (m) => m.ConsultationPage,
                  ),
                ),
              },
              {
                path: paths.consultations,
                lazy: page(() =>
                  import('./features/plans/consultation/own-consultations-page.tsx').then(
                    (m) => m.OwnConsultationsPage,
                  ),
                ),
              },
              {
                path: paths.planPublication,
                lazy: page(() =>
                  import('./features/plans/publication-page.tsx').then((m) => m.PublicationPage),
                ),
              },
              {
                path: paths.assignments,
                lazy: page(() =>
                  import('./features/assignments/assignment-list-page.tsx').then(
                    (m) => m.AssignmentListPage,
                  ),
                ),
              },
              {
                path: paths.changes,
                lazy: page(() =>
                  import('./features/assignments/changes-page.tsx').then((m) => m.ChangesPage),
                ),
              },
              {
                path: paths.warnings,
                lazy: page(() =>
                  import('./features/assignments/warnings-page.tsx').then((m) => m.WarningsPage),
                ),
              },
              {
                path: paths.telephones,
                lazy: page(() =>
                  import('./features/assignments/telephone-list-page.tsx').then(
                    (m) => m.TelephoneListPage,
                  ),
                ),
              },
              {
                path: paths.letters,
                lazy: page(() =>
                  import('./features/letters/letters-page.tsx').then((m) => m.LettersPage),
                ),
              },
              {
                path: paths.coverage,
                lazy: page(() =>
                  import('./features/coverage/coverage-page.tsx').then((m) => m.CoveragePage),
                ),
              },
              {
                path: paths.imports,
                lazy: page(() =>
                  import('./features/imports/import-page.tsx').then((m) => m.ImportPage),
                ),
              },
              {
                path: paths.batch,
                lazy: page(() =>
                  import('./features/batches/batch-page.tsx').then((m) => m.BatchPage),
                ),
              },
              {
                path: paths.eligibility,
                lazy: page(() =>
                  import('./features/eligibility/eligibility-page.tsx').then(
                    (m) => m.EligibilityPage,
                  ),
                ),
              },
              {
                path: paths.policy,
                lazy: page(() =>
                  import('./features/policy/policy-page.tsx').then((m) => m.PolicyPage),
                ),
              },
              {
                path: paths.account,
                lazy: page(() =>
                  import('./features/account/account-page.tsx').then((m) => m.AccountPage),
                ),
              },
              {
                path: paths.villages,
                lazy: page(() =>
                  import('./features/villages/village-list-page.tsx').then(
                    (m) => m.VillageListPage,
                  ),
                ),
              },
              {
                path: paths.village,
                lazy: page(() =>
                  import('./features/villages/village-page.tsx').then((m) => m.VillagePage),
                ),
              },
              {
                path: paths.units,
                lazy: page(() =>
                  import('./features/units/unit-list-page.tsx').then((m) => m.UnitListPage),
                ),
              },
              {
                path: paths.unit,
                lazy: page(() => import('./features/units/unit-page.tsx').then((m) => m.UnitPage)),
              },
              {
                path: paths.cadres,
                lazy: page(() =>
                  import('./features/cadres/cadre-list-page.tsx').then((m) => m.CadreListPage),
                ),
              },
              {
                path: paths.cadre,
                lazy: page(() =>
                  import('./features/cadres/cadre-page.tsx').then((m) => m.CadrePage),
                ),
              },
              {
                path: paths.roundEntry,
                lazy: page(() =>
                  import('./features/evaluation-entry/entry-page.tsx').then((m) => m.EntryPage),
                ),
              },
              {
                path: paths.roundBallots,
                lazy: page(() =>
                  import('./features/evaluation-entry/ballots-page.tsx').then((m) => m.BallotsPage),
                ),
              },
              {
                path: paths.attendance,
                lazy: page(() =>
                  import('./features/attendance/attendance-page.tsx').then((m) => m.AttendancePage),
                ),
              },
              {
                path: paths.attendanceDistrict,
                lazy: page(() =>
                  import('./features/attendance/overview/district-page.tsx').then(
                    (m) => m.DistrictPage,
                  ),
                ),
              },
              {
                path: paths.attendanceSheet,
                lazy: page(() =>
                  import('./features/attendance/month-page.tsx').then((m) => m.MonthPage),
                ),
              },
              {
                path: paths.attendancePrint,
                lazy: page(() =>
                  import('./features/attendance/print/print-page.tsx').then((m) => m.PrintPage),
                ),
              },
              {
                path: paths.attendanceSummary,
                lazy: page(() =>
                  import('./features/attendance/summary/summary-page.tsx').then(
                    (m) => m.SummaryPage,
                  ),
                ),
              },
              {
                path: paths.leaves,
                lazy: page(() =>
                  import('./features/leaves/leaves-page.tsx').then((m) => m.LeavesPage),
                ),
              },
              {
                path: paths.cadreLeaves,
                lazy: page(() =>
                  import('./features/leaves/cadre-leaves-page.tsx').then((m) => m.CadreLeavesPage),
                ),
              },
              {
                path: paths.spotChecks,
                lazy: page(() =>
                  import('./features/spot-checks/checks-page.tsx').then((m) => m.ChecksPage),
                ),
              },
              {
                path: paths.inspections,
                lazy: page(() =>
                  import('./features/inspections/issues-page.tsx').then((m) => m.IssuesPage),
                ),
              },
              {
                path: paths.finding,
                lazy: page(() =>
                  import('./features/inspections/issue-page.tsx').then((m) => m.IssuePage),
                ),
              },
              {
                path: paths.inspectionVisits,
                lazy: page(() =>
                  import('./features/inspections/visits-page.tsx').then((m) => m.VisitsPage),
                ),
              },
              {
                path: paths.inspection,
                lazy: page(() =>
                  import('./features/inspections/inspection-page.tsx').then(
                    (m) => m.InspectionPage,
                  ),
                ),
              },
              {
                path: paths.fieldComparison,
                lazy: page(() =>
                  import('./features/inspections/comparison-page.tsx').then(
                    (m) => m.ComparisonPage,
                  ),
                ),
              },
              {
                path: paths.draws,
                lazy: page(() =>
                  import('./features/inspections/draws-page.tsx').then((m) => m.DrawsPage),
                ),
              },
              {
                path: paths.draw,
                lazy: page(() =>
                  import('./features/inspections/draw-page.tsx').then((m) => m.DrawPage),
                ),
              },
              {
                path: paths.leaders,
                lazy: page(() =>
                  import('./features/inspections/leaders-page.tsx').then((m) => m.LeadersPage),
                ),
              },
              {
                path: paths.elections,
                lazy: page(() =>
                  import('./features/inspections/elections-page.tsx').then((m) => m.ElectionsPage),
                ),
              },
              {
                path: paths.organisation,
                lazy: page(() =>
                  import('./features/inspections/organisation-page.tsx').then(
                    (m) => m.OrganisationPage,
                  ),
                ),
              },
              {
                path: paths.villageInspections,
                lazy: page(() =>
                  import('./features/inspections/village-page.tsx').then(
                    (m) => m.VillageInspectionsPage,
                  ),
                ),
              },
              {
                path: paths.targets,
                lazy: page(() =>
                  import('./features/targets/district/district-page.tsx').then(
                    (m) => m.TargetsPage,
                  ),
                ),
              },
              {
                path: paths.targetTownship,
                lazy: page(() =>
                  import('./features/targets/township/township-page.tsx').then(
                    (m) => m.TargetTownshipPage,
                  ),
                ),
              },
              {
                path: paths.targetTemplates,
                lazy: page(() =>
                  import('./features/targets/templates/templates-page.tsx').then(
                    (m) => m.TemplatesPage,
                  ),
                ),
              },
              {
                path: paths.villageTargets,
                lazy: page(() =>
                  import('./features/targets/village/village-targets-page.tsx').then(
                    (m) => m.VillageTargetsPage,
                  ),
                ),
              },
              {
                path: paths.gradeReview,
                lazy: page(() =>
                  import('./features/grades/review-page.tsx').then((m) => m.ReviewPage),
                ),
              },
              {
                path: paths.gradeNotices,
                lazy: page(() =>
                  import('./features/grades/notices-page.tsx').then((m) => m.NoticesPage),
                ),
              },
              {
                path: paths.gradeTold,
                lazy: page(() => import('./features/grades/told-page.tsx').then((m) => m.ToldPage)),
              },
              {
                path: paths.gradeCases,
                lazy: page(() =>
                  import('./features/grades/cases-page.tsx').then((m) => m.CasesPage),
                ),
              },
              {
                path: paths.gradeFeedback,
                lazy: page(() =>
                  import('./features/grades/feedback-page.tsx').then((m) => m.FeedbackPage),
                ),
              },
              {
                path: paths.cadreBenefits,
                lazy: page(() =>
                  import('./features/benefits/cadre-benefits-page.tsx').then(
                    (m) => m.CadreBenefitsPage,
                  ),
                ),
              },
              {
                path: paths.unitBenefits,
                lazy: page(() =>
                  import('./features/benefits/unit-benefits-page.tsx').then(
                    (m) => m.UnitBenefitsPage,
                  ),
                ),
              },
              {
                path: paths.cadreGrades,
                lazy: page(() =>
                  import('./features/grades/cadre-grades-page.tsx').then((m) => m.CadreGradesPage),
                ),
              },
              {
                path: paths.appraisals,
                lazy: page(() =>
                  import('./features/appraisals/appraisals-page.tsx').then((m) => m.AppraisalsPage),
                ),
              },
              {
                path: paths.cadreAppraisals,
                lazy: page(() =>
                  import('./features/appraisals/cadre-appraisals-page.tsx').then(
                    (m) => m.CadreAppraisalsPage,
                  ),
                ),
              },
              {
                path: paths.workRule,
                lazy: page(() =>
                  import('./features/work-rules/work-rule-page.tsx').then((m) => m.WorkRulePage),
                ),
              },
              {
                path: paths.support,
                lazy: page(() =>
                  import('./features/support/overview-page.tsx').then((m) => m.OverviewPage),
                ),
              },
              {
                path: paths.supportHelp,
                lazy: page(() =>
                  import('./features/support/help-page.tsx').then((m) => m.HelpPage),
                ),
              },
              {
                path: paths.supportProjects,
                lazy: page(() =>
                  import('./features/support/projects-page.tsx').then((m) => m.ProjectsPage),
                ),
              },
              {
                path: paths.supportProject,
                lazy: page(() =>
                  import('./features/support/project-page.tsx').then((m) => m.ProjectPage),
                ),
              },
              {
                path: paths.enterprises,
                lazy: page(() =>
                  import('./features/support/enterprises-page.tsx').then((m) => m.EnterprisesPage),
                ),
              },
              {
                path: paths.villageSupport,
                lazy: page(() =>
                  import('./features/support/village-support-page.tsx').then(
                    (m) => m.VillageSupportPage,
                  ),
                ),
              },
              {
                path: paths.unitSupport,
                lazy: page(() =>
                  import('./features/support/unit-support-page.tsx').then((m) => m.UnitSupportPage),
                ),
              },
              {
                path: paths.calendar,
                lazy: page(() =>
                  import('./features/calendar/calendar-page.tsx').then((m) => m.CalendarPage),
                ),
              },
              {
                path: paths.cadreAttendance,
                lazy: page(() =>
                  import('./features/attendance/overview/cadre-card.tsx').then((m) => m.CadreCard),
                ),
              },
              {
                path: paths.trainings,
                lazy: page(() =>
                  import('./features/trainings/trainings-page.tsx').then((m) => m.TrainingsPage),
                ),
              },
              {
                path: paths.trained,
                lazy: page(() =>
                  import('./features/trainings/trained-page.tsx').then((m) => m.TrainedPage),
                ),
              },
              {
                path: paths.training,
                lazy: page(() =>
                  import('./features/trainings/training-page.tsx').then((m) => m.TrainingPage),
                ),
              },
              {
                path: paths.trainingPrint,
                lazy: page(() =>
                  import('./features/trainings/print-page.tsx').then((m) => m.TrainingPrintPage),
                ),
              },
              {
                path: paths.cadreTrainings,
                lazy: page(() =>
                  import('./features/trainings/cadre-trainings-page.tsx').then(
                    (m) => m.CadreTrainingsPage,
                  ),
                ),
              },
              {
                path: paths.examples,
                lazy: page(() =>
                  import('./features/examples/examples-page.tsx').then((m) => m.ExamplesPage),
                ),
              },
              {
                path: paths.example,
                lazy: page(() =>
                  import('./features/examples/example-page.tsx').then((m) => m.ExamplePage),
                ),
              },
              {
                path: paths.benefits,
                lazy: page(() =>
                  import('./features/benefits/benefits-page.tsx').then((m) => m.BenefitsPage),
                ),
              },
              {
                path: paths.expenses,
                lazy: page(() =>
                  import('./features/benefits/expenses-page.tsx').then((m) => m.ExpensesPage),
                ),
              },
              {
                path: paths.termEnds,
                lazy: page(() =>
                  import('./features/term-end/term-ends-page.tsx').then((m) => m.TermEndsPage),
                ),
              },
              {
                path: paths.termUnits,
                lazy: page(() =>
                  import('./features/term-end/term-units-page.tsx').then((m) => m.TermUnitsPage),
                ),
              },
              {
                path: paths.townshipBenefits,
                lazy: page(() =>
                  import('./features/benefits/township-benefits-page.tsx').then(
                    (m) => m.TownshipBenefitsPage,
                  ),
                ),
              },
              {
                path: paths.evaluatorTies,
                lazy: page(() => import('./features/rounds/ties-page.tsx').then((m) => m.TiesPage)),
              },
              {
                path: paths.rounds,
                lazy: page(() =>
                  import('./features/rounds/rounds-page.tsx').then((m) => m.RoundsPage),
                ),
              },
              {
                path: paths.round,
                lazy: page(() =>
                  import('./features/rounds/round-page.tsx').then((m) => m.RoundPage),
                ),
              },
              {
                path: paths.roundTeams,
                lazy: page(() =>
                  import('./features/rounds/teams-page.tsx').then((m) => m.TeamsPage),
                ),
              },
              {
                path: paths.roundFairness,
                lazy: page(() =>
                  import('./features/rounds/fairness-page.tsx').then((m) => m.FairnessPage),
                ),
              },
              {
                path: paths.users,
                lazy: page(() =>
                  import('./features/users/user-list-page.tsx').then((m) => m.UserListPage),
                ),
              },
              {
                path: paths.audit,
                lazy: page(() =>
                  import('./features/audit/audit-page.tsx').then((m) => m.AuditPage),
                ),
              },
              {
                path: '*',
                loader: () => {
                  throw new Response(null, { status: 404 });
                },
                element: null,
              },
            ],
          },
        ],
      },
    ],
  },
];
