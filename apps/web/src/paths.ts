/** Every page's address: the pattern for the router, and the function that fills it in for links. */
export const paths = {
  signIn: '/sign-in',
  firstPassword: '/first-password',
  secondFactor: '/second-factor',
  workbench: '/',
  account: '/account',

  batch: '/batch',
  imports: '/batch/import',
  eligibility: '/batch/eligibility',
  coverage: '/batch/coverage',
  policy: '/batch/policy',

  plans: '/plans',
  plan: '/plans/:planId',
  planComparison: '/plans/:planId/comparison',
  planWeights: '/plans/:planId/weights',
  planWishes: '/plans/:planId/wishes',
  planReport: '/plans/:planId/report',
  planChanges: '/plans/:planId/changes',
  planConsultation: '/plans/:planId/consultation',
  planPublication: '/plans/:planId/publication',
  consultations: '/consultations',

  assignments: '/assignments',
  changes: '/assignments/changes',
  warnings: '/assignments/warnings',
  telephones: '/assignments/telephones',
  letters: '/assignments/letters',

  villages: '/villages',
  village: '/villages/:villageId',
  units: '/units',
  unit: '/units/:unitId',
  cadres: '/cadres',
  cadre: '/cadres/:cadreId',

  attendance: '/attendance',
  attendanceDistrict: '/attendance/district',
  attendanceSheet: '/attendance/:township/:month',
  attendancePrint: '/attendance/:township/:month/print',
  attendanceSummary: '/attendance/summary',
  cadreAttendance: '/cadres/:cadreId/attendance',
  cadreLeaves: '/cadres/:cadreId/leaves',
  leaves: '/attendance/leaves',
  spotChecks: '/attendance/checks',
  targets: '/targets',
  targetTownship: '/targets/townships/:townshipId',
  villageTargets: '/villages/:villageId/targets',
  targetTemplates: '/targets/templates',
  appraisals: '/targets/appraisals',
  cadreAppraisals: '/cadres/:cadreId/appraisals',
  workRule: '/targets/work-rule',
  support: '/support',
  supportHelp: '/support/help',
  supportProjects: '/support/projects',
  supportProject: '/support/projects/:projectId',
  enterprises: '/support/enterprises',
  villageSupport: '/villages/:villageId/support',
  unitSupport: '/units/:unitId/support',
  calendar: '/calendar',

  inspections: '/inspections',
  inspectionVisits: '/inspections/visits',
  inspection: '/inspections/visits/:inspectionId',
  fieldComparison: '/inspections/visits/:inspectionId/comparison',
  finding: '/inspections/findings/:findingId',
  draws: '/inspections/draws',
  draw: '/inspections/draws/:drawId',
  leaders: '/inspections/leaders',
  elections: '/inspections/elections',
  organisation: '/inspections/organisation',
  villageInspections: '/villages/:villageId/inspections',

  trainings: '/trainings',
  trained: '/trainings/cadres',
  training: '/trainings/:trainingId',
  trainingPrint: '/trainings/:trainingId/print',
  cadreTrainings: '/cadres/:cadreId/trainings',
  gradeReview: '/evaluations/:kind/:roundId/review',
  gradeNotices: '/evaluations/:kind/:roundId/notices',
  gradeTold: '/evaluations/:kind/:roundId/told',
  gradeCases: '/evaluations/:kind/:roundId/cases',
  gradeFeedback: '/grade-feedback',
  cadreGrades: '/cadres/:cadreId/grades',

  examples: '/examples',
  example: '/examples/:exampleId',

  benefits: '/benefits',
  cadreBenefits: '/cadres/:cadreId/benefits',
  unitBenefits: '/units/:unitId/benefits',
  expenses: '/benefits/expenses',
  townshipBenefits: '/township-benefits',
  termEnds: '/term-ends',
  termUnits: '/term-ends/units',
  evaluations: '/evaluations/annual',
  termEvaluations: '/evaluations/term',
  evaluatorTies: '/evaluations/ties',
  rounds: '/evaluations/:kind',
  round: '/evaluations/:kind/:roundId',
  roundTeams: '/evaluations/:kind/:roundId/teams',
  roundEntry: '/evaluations/:kind/:roundId/entry',
  roundBallots: '/evaluations/:kind/:roundId/ballots',
  roundFairness: '/evaluations/:kind/:roundId/fairness',

  users: '/users',
  audit: '/audit',
} as const;

type Query = Record<string, string | number | null | undefined>;

/** A round's pages lie under its kind, so that the bar above knows where it stands. */
export interface RoundAddress {
  kind: string;
  id: string;
}

function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Links: `linkTo.village(id)`; batch and day are added by `Link` and `useGo`. */
export const linkTo = {
  signIn: (next: string) => withQuery(paths.signIn, { next: next === '/' ? null : next }),
  imports: (query: Query = {}) => withQuery(paths.imports, query),
  eligibility: (query: Query = {}) => withQuery(paths.eligibility, query),
  coverage: (query: Query = {}) => withQuery(paths.coverage, query),
  plan: (planId: string, query: Query = {}) => withQuery(`/plans/${planId}`, query),
  planWishes: (planId: string, query: Query = {}) => withQuery(`/plans/${planId}/wishes`, query),
  planComparison: (planId: string, query: Query = {}) =>
    withQuery(`/plans/${planId}/comparison`, query),
  planWeights: (planId: string) => `/plans/${planId}/weights`,
  planReport: (planId: string) => `/plans/${planId}/report`,
  planChanges: (planId: string) => `/plans/${planId}/changes`,
  planConsultation: (planId: string) => `/plans/${planId}/consultation`,
  planPublication: (planId: string) => `/plans/${planId}/publication`,
  assignments: (query: Query = {}) => withQuery(paths.assignments, query),
  villages: (query: Query = {}) => withQuery(paths.villages, query),
  village: (villageId: string) => `/villages/${villageId}`,
  units: (query: Query = {}) => withQuery(paths.units, query),
  unit: (unitId: string) => `/units/${unitId}`,
  cadres: (query: Query = {}) => withQuery(paths.cadres, query),
  cadre: (cadreId: string) => `/cadres/${cadreId}`,
  attendance: (query: Query = {}) => withQuery(paths.attendance, query),
  attendanceDistrict: (query: Query = {}) => withQuery(paths.attendanceDistrict, query),
  attendanceSheet: (townshipId: string, month: string, query: Query = {}) =>
    withQuery(`/attendance/${townshipId}/${month}`, query),
  attendancePrint: (townshipId: string, month: string) =>
    `/attendance/${townshipId}/${month}/print`,
  attendanceSummary: (query: Query = {}) => withQuery(paths.attendanceSummary, query),
  cadreAttendance: (cadreId: string) => `/cadres/${cadreId}/attendance`,
  cadreLeaves: (cadreId: string) => `/cadres/${cadreId}/leaves`,
  leaves: (query: Query = {}) => withQuery(paths.leaves, query),
  spotChecks: (query: Query = {}) => withQuery(paths.spotChecks, query),
  targets: (query: Query = {}) => withQuery(paths.targets, query),
  targetTownship: (townshipId: string, query: Query = {}) =>
    withQuery(`/targets/townships/${townshipId}`, query),
  villageTargets: (villageId: string, query: Query = {}) =>
    withQuery(`/villages/${villageId}/targets`, query),
  targetTemplates: (query: Query = {}) => withQuery(paths.targetTemplates, query),
  appraisals: (query: Query = {}) => withQuery(paths.appraisals, query),
  cadreAppraisals: (cadreId: string) => `/cadres/${cadreId}/appraisals`,
  workRule: (query: Query = {}) => withQuery(paths.workRule, query),
  support: (query: Query = {}) => withQuery(paths.support, query),
  supportHelp: (query: Query = {}) => withQuery(paths.supportHelp, query),
  supportProjects: (query: Query = {}) => withQuery(paths.supportProjects, query),
  supportProject: (projectId: string) => `/support/projects/${projectId}`,
  enterprises: (query: Query = {}) => withQuery(paths.enterprises, query),
  villageSupport: (villageId: string, query: Query = {}) =>
    withQuery(`/villages/${villageId}/support`, query),
  unitSupport: (unitId: string) => `/units/${unitId}/support`,
  calendar: (query: Query = {}) => withQuery(paths.calendar, query),
  inspections: (query: Query = {}) => withQuery(paths.inspections, query),
  inspectionVisits: (query: Query = {}) => withQuery(paths.inspectionVisits, query),
  inspection: (id: string, query: Query = {}) => withQuery(`/inspections/visits/${id}`, query),
  fieldComparison: (id: string) => `/inspections/visits/${id}/comparison`,
  finding: (id: string) => `/inspections/findings/${id}`,
  draws: (query: Query = {}) => withQuery(paths.draws, query),
  draw: (id: string) => `/inspections/draws/${id}`,
  villageInspections: (villageId: string) => `/villages/${villageId}/inspections`,
  trainings: (query: Query = {}) => withQuery(paths.trainings, query),
  trained: (query: Query = {}) => withQuery(paths.trained, query),
  training: (trainingId: string) => `/trainings/${trainingId}`,
  trainingPrint: (trainingId: string) => `/trainings/${trainingId}/print`,
  cadreTrainings: (cadreId: string) => `/cadres/${cadreId}/trainings`,
  gradeReview: ({ kind, id }: RoundAddress, query: Query = {}) =>
    withQuery(`/evaluations/${kind}/${id}/review`, query),
  gradeNotices: ({ kind, id }: RoundAddress) => `/evaluations/${kind}/${id}/notices`,
  gradeTold: ({ kind, id }: RoundAddress, query: Query = {}) =>
    withQuery(`/evaluations/${kind}/${id}/told`, query),
  gradeCases: ({ kind, id }: RoundAddress, query: Query = {}) =>
    withQuery(`/evaluations/${kind}/${id}/cases`, query),
  cadreBenefits: (cadreId: string) => `/cadres/${cadreId}/benefits`,
  unitBenefits: (unitId: string) => `/units/${unitId}/benefits`,
  cadreGrades: (cadreId: string) => `/cadres/${cadreId}/grades`,
  letters: (query: Query = {}) => withQuery(paths.letters, query),
  examples: (query: Query = {}) => withQuery(paths.examples, query),
  example: (exampleId: string, query: Query = {}) => withQuery(`/examples/${exampleId}`, query),
  benefits: (query: Query = {}) => withQuery(paths.benefits, query),
  expenses: (query: Query = {}) => withQuery(paths.expenses, query),
  termEnds: (query: Query = {}) => withQuery(paths.termEnds, query),
  townshipBenefits: (query: Query = {}) => withQuery(paths.townshipBenefits, query),
  rounds: (kind: string) => `/evaluations/${kind}`,
  newRound: (kind: string) => `/evaluations/${kind}?panel=new`,
  round: ({ kind, id }: RoundAddress, query: Query = {}) =>
    withQuery(`/evaluations/${kind}/${id}`, query),
  roundEntry: ({ kind, id }: RoundAddress, query: Query = {}) =>
    withQuery(`/evaluations/${kind}/${id}/entry`, query),
  roundBallots: ({ kind, id }: RoundAddress, query: Query = {}) =>
    withQuery(`/evaluations/${kind}/${id}/ballots`, query),
  roundTeams: ({ kind, id }: RoundAddress) => `/evaluations/${kind}/${id}/teams`,
  roundFairness: ({ kind, id }: RoundAddress) => `/evaluations/${kind}/${id}/fairness`,
  users: (query: Query = {}) => withQuery(paths.users, query),
  audit: (query: Query = {}) => withQuery(paths.audit, query),
} as const;
