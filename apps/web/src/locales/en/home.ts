import type { Texts } from '../texts.ts';
import type { home as zh } from '../zh/home.ts';

const list = (parts: readonly string[]) => parts.filter((part) => part !== '').join(', ');

export const home: Texts<typeof zh> = {
  noBatch: 'There is no batch yet.',
  noBatchNote: 'Once the planners make one and import the registers, the work starts from here.',
  noNominees: 'There are no nominees yet.',
  noNomineesNote:
    'Import the two nominee books; then eligibility is judged and a plan can be solved.',
  named: (nominees, places) => `${nominees} nominees, ${places - nominees} still missing`,
  allNamed: (nominees) => `All ${nominees} nominees are in`,
  notEligible: (named, count) => `${named}; *${count} not eligible*, so they can’t be placed.`,
  placeableNote: (placeable, district, township) => {
    const missing = list([
      district > 0 ? `${district} district` : '',
      township > 0 ? `${township} township` : '',
    ]);
    return `${placeable} can be placed${missing && `; short of ${missing}`}. Correct or replace them, then solve.`;
  },
  ownNamed: (where, nominees) => `${where}: ${nominees} nominees`,
  ownPlaceable: (placeable) =>
    `${placeable > 0 ? `${placeable} can be placed; the` : 'The'} others once corrected or replaced.`,
  eligible: (named, placeable, nominees) =>
    placeable >= nominees
      ? `${named}; all can be placed.`
      : `${named}; ${placeable} can be placed.`,
  steps: {
    studyAges: 'Those over the usual age can be placed once decided on.',
    solvePlan: 'The plan can be solved.',
    approvePlan: 'The plan is solved; record the approval when the committee has decided.',
    confirmPlan: 'The plan is approved and waits for your confirmation.',
    publishPlan: 'The plan is approved and confirmed; it can be issued.',
  },
  await: {
    draft: 'The plan is being worked on and waits for the committee.',
    approved: 'The plan is approved and waits for the dispatch office.',
    confirmed: 'The plan is confirmed and waits to be issued.',
  },
  awaitPlan: 'Waiting for the plan to be solved, approved and issued.',
  posted: (where, people) => `${where && `${where}: `}${people} cadres have their posts.`,
  postedIn: (people, covered, villages) =>
    covered === villages
      ? `${people} cadres have their posts; all ${villages} villages are covered.`
      : `${people} cadres have their posts; *${villages - covered} villages have nobody*.`,
  termOver: (where, people, endsOn) =>
    `${where && `${where}: `}the term of ${people} cadres ended on ${endsOn}; the batch is still open.`,
  termOverNote:
    'It is closed once evaluation, decisions and handovers are done; who stays goes on in the post.',
  term: (from, to) => `The term runs from ${from} to ${to}.`,
  decided: (villages, covered) =>
    covered === villages
      ? `It is settled who dispatches to all ${villages} villages.`
      : `*${villages - covered}* of ${villages} villages have no tier yet.`,
  closed: (name, day) => `${name} was closed on ${day}.`,
  closedNote: 'Its records can be read.',
  notIssued: 'The plan isn’t issued yet; then posts and telephones can be read.',
  evaluating: (round, villages, people) =>
    `${round}: *${people} cadres in ${villages} villages are left to you*.`,
  evaluatingNote: 'With visit, ballots and results entered, a grade can be proposed.',
  noneYours: 'No evaluation is assigned to you yet.',
  noneYoursNote: 'Once it is, its villages and cadres are reached from here.',
  users: (count) => `${count} users.`,
  usersNote: 'Administration keeps the accounts and reads no personnel data.',
  log: 'The log is yours to read.',
  logNote: 'Auditing reads the log and nothing else.',

  tasks: 'To do',
  tasksNote: (count, late) => (late > 0 ? `${count}, ${late} late` : `${count}`),
  idle: 'nothing at the moment',
  task: 'Task',
  state: 'State',
  due: 'Due',
  left: 'Left',
  act: 'Act',
  daysLeft: (days) => {
    if (days < 0) return `${-days} days late`;
    return days === 0 ? 'today' : `${days} days`;
  },
  monthsFrom: (month, several) => (several ? `${month} and later` : month),
  monthOf: (month) => month,
  fixNominees: (count) => `Deal with ${count} not eligible`,
  taskWords: {
    createBatch: { title: 'Make a batch', state: 'None yet', act: 'Make', primary: 'New batch' },
    importRegisters: {
      title: 'Import registers and nominees',
      state: (missing) => (missing === '' ? 'Incomplete' : `Missing: ${missing}`),
      act: 'Import',
      primary: 'Import registers',
    },
    registerContacts: {
      title: 'Register responsible persons and contacts',
      state: (units) => `${units} units without`,
      act: 'Register',
      primary: 'Register contacts',
    },
    fixNominees: {
      title: 'Correct or replace nominees not eligible',
      state: (district, township) =>
        list([
          district > 0 ? `${district} district` : '',
          township > 0 ? `${township} township` : '',
        ]),
      act: 'Open',
      primary: 'Deal with those not eligible',
    },
    studyAges: {
      title: 'Decide on nominees over the usual age',
      state: (people) => `${people} to study`,
      act: 'Open',
      primary: 'Decide on ages',
    },
    confirmMembership: {
      title: 'Confirm full membership',
      state: (people) => `${people} presumed`,
      act: 'Confirm',
      primary: 'Confirm membership',
    },
    coverVillages: {
      title: 'Settle who dispatches',
      state: (villages, names) =>
        names === '' ? `${villages} villages open` : `${villages} villages open: ${names}`,
      act: 'Open',
      primary: 'Settle open villages',
    },
    solvePlan: {
      title: 'Solve the plan',
      state: (placeable, places) =>
        placeable >= places ? `${places} places can be filled` : `${placeable} of ${places} places`,
      act: 'Solve',
      primary: 'Solve the plan',
    },
    approvePlan: {
      title: 'Record the approval',
      state: (filled, places) => `${filled}/${places} places filled`,
      act: 'Record',
      primary: 'Record the approval',
    },
    confirmPlan: {
      title: 'Confirm the issue',
      state: (people) => `${people} posts wait`,
      act: 'Confirm',
      primary: 'Confirm the issue',
    },
    publishPlan: {
      title: 'Issue the plan',
      state: (people) => `${people} posts ready`,
      act: 'Issue',
      primary: 'Issue the plan',
    },
    fillPosts: {
      title: 'Fill vacant posts',
      state: (posts, days, names) => `${names || `${posts} posts`} vacant, ${days} days at most`,
      act: 'Fill',
      primary: 'Fill vacant posts',
    },
    endTerms: {
      title: 'Terms about to end',
      state: (people, days) =>
        days < 0
          ? `${people} people, the first ${-days} days ago`
          : `${people} people, the first in ${days} days`,
      act: 'Settle',
      primary: 'Settle the ends of terms',
    },
    prepareTermRound: {
      title: 'Prepare the evaluation at the end of the term',
      state: (people, days) =>
        days < 0
          ? `${people} terms are over, and nobody is evaluated`
          : `${people} terms end within ${days} days, and nobody is evaluated`,
      act: 'Prepare',
      primary: 'Prepare the evaluation',
    },
    recordReports: {
      title: 'Record arrivals',
      state: (people) => `${people} arrivals not on record`,
      act: 'Record',
      primary: 'Record arrivals',
    },
    checkBatches: {
      title: 'Check people in two batches',
      state: (people, names) => `${names || `${people} people`} in two batches`,
      act: 'Check',
      primary: 'Check people',
    },
    decideLeaves: {
      title: 'Decide on leave',
      state: (leaves, names) => (names ? `${names}: ${leaves} to decide` : `${leaves} to decide`),
      act: 'Decide',
      primary: 'Decide on leave',
    },
    settleFindings: {
      title: 'Settle what checks and log say',
      state: (findings, names) =>
        names ? `${names}: ${findings} not settled` : `${findings} not settled`,
      act: 'Settle',
      primary: 'Settle',
    },
    trainCadres: {
      title: 'Train cadres',
      state: (people, names) =>
        names ? `${names}: ${people} overdue for training` : `${people} overdue for training`,
      act: 'See who',
      primary: 'Train cadres',
    },
    rectifyFindings: {
      title: 'Rectify findings',
      state: (findings, names) =>
        names ? `${names}: ${findings} to rectify` : `${findings} to rectify`,
      act: 'Rectify',
      primary: 'Rectify findings',
    },
    checkFindings: {
      title: 'Check rectifications',
      state: (findings, names) =>
        names ? `${names}: ${findings} to check` : `${findings} to check`,
      act: 'Check',
      primary: 'Check rectifications',
    },
    chaseFindings: {
      title: 'Ask after overdue findings',
      state: (findings, names) => (names ? `${names}: ${findings} overdue` : `${findings} overdue`),
      act: 'Look',
      primary: 'Ask after findings',
    },
    confirmHelp: {
      title: 'Confirm help',
      state: (help, names) => (names ? `${help} to confirm: ${names}` : `${help} to confirm`),
      act: 'Confirm',
      primary: 'Confirm help',
    },
    deliverHelp: {
      title: 'Deliver promised help',
      state: (help, names) =>
        names ? `${help} over their day: ${names}` : `${help} over their day`,
      act: 'Report',
      primary: 'Report help',
    },
    settleBenefits: {
      title: 'Deal with benefits that lost their ground',
      state: (people, names) => (names ? `${people}: ${names}` : `${people} people`),
      act: 'Open',
      primary: 'Deal with benefits',
    },
    decideTermEnds: {
      title: 'Decide who stays',
      state: (people, names) => (names ? `${people} to decide: ${names}` : `${people} to decide`),
      act: 'Decide',
      primary: 'Decide who stays',
    },
    proposeTermEnds: {
      title: 'Propose for the end of the term',
      state: (people, names) =>
        names ? `${people} without a proposal: ${names}` : `${people} without a proposal`,
      act: 'Propose',
      primary: 'Propose for the end of the term',
    },
    payExpenses: {
      title: 'Pay work expenses',
      state: (units, yuan) =>
        units === 1
          ? `${yuan} yuan of work expenses outstanding`
          : `${units} units owe ${yuan} yuan of work expenses`,
      act: 'Enter',
      primary: 'Enter a payment',
    },
    closeExpenses: {
      title: 'Close the last year of work expenses',
      state: (units, names) =>
        names ? `${units} units to close: ${names}` : `${units} units to close`,
      act: 'Close',
      primary: 'Close work expenses',
    },
    holdElections: {
      title: 'Hold the re-elections',
      state: (elections, names) => (names ? `${names}: ${elections} due` : `${elections} due`),
      act: 'Enter',
      primary: 'Enter re-elections',
    },
    visitVillages: {
      title: 'Visit the linked villages',
      state: (visits, names) => (names ? `${names}: ${visits} overdue` : `${visits} overdue`),
      act: 'Look',
      primary: 'See the linked villages',
    },
    endLeaves: {
      title: 'End leave',
      state: (leaves) => `${leaves} over, the return not on record`,
      act: 'End leave',
      primary: 'End leave',
    },
    fixSheet: {
      title: 'Put right attendance that was returned',
      state: (month, left) =>
        left > 0 ? `${month} was returned, ${left} things left` : `${month} was returned`,
      act: 'Put right',
      primary: 'Put right attendance',
    },
    fillSheet: {
      title: 'Log attendance',
      state: (month, left) => `${month}: ${left} things left`,
      act: 'Log',
      primary: 'Log attendance',
    },
    submitSheet: {
      title: 'Submit attendance',
      state: (month) => `${month} is signed`,
      act: 'Submit',
      primary: 'Submit attendance',
    },
    signSheet: {
      title: 'Sign the attendance sheet',
      state: (month) => `${month} is complete and waits for your signature`,
      act: 'Sign',
      primary: 'Sign attendance',
    },
    confirmSheets: {
      title: 'Confirm attendance',
      state: (month, sheets) => `${month}: ${sheets} submitted`,
      act: 'Confirm',
      primary: 'Confirm attendance',
    },
    chaseSheets: {
      title: 'Attendance not submitted in time',
      state: (month, sheets, names) => `${month}: ${names === '' ? sheets : names}`,
      act: 'See',
      primary: 'See late townships',
    },
    decideCorrections: {
      title: 'Answer requests for corrections',
      state: (month, sheets, names) => `${month}: ${names === '' ? sheets : names}`,
      act: 'Answer',
      primary: 'Answer requests',
    },
    evaluateVillages: {
      title: 'Evaluate villages',
      state: (round, villages, people, names) =>
        `${round}: ${people} people in ${villages} villages to go${names === '' ? '' : `: ${names}`}`,
      act: 'Enter',
      primary: 'Enter evaluations',
    },
    assignTeams: {
      title: 'Give villages to teams',
      state: (round, villages) => `${round}: ${villages} villages without a team`,
      act: 'Assign',
      primary: 'Give villages to teams',
    },
    writeAppraisals: {
      title: 'Write appraisals',
      state: (period, people) => `${period}: ${people} not sent to be signed`,
      act: 'Write',
      primary: 'Write appraisals',
    },
    signAppraisals: {
      title: 'Sign appraisals',
      state: (period, people) => `${period}: ${people} to sign`,
      act: 'Sign',
      primary: 'Sign appraisals',
    },
    reportTargets: {
      title: 'Report on targets',
      state: (period, villages) => `${period}: ${villages} villages to report`,
      act: 'Report',
      primary: 'Report on targets',
    },
    confirmTargets: {
      title: 'Confirm reports on targets',
      state: (period, villages) => `${period}: ${villages} villages to confirm`,
      act: 'Confirm',
      primary: 'Confirm reports',
    },
    giveOpinions: {
      title: 'Give opinions',
      state: (round, people) => `${round}: ${people} without an opinion`,
      act: 'Write',
      primary: 'Give opinions',
    },
    checkGrades: {
      title: 'Check grades',
      state: (round, people) => `${round}: ${people} to check`,
      act: 'Check',
      primary: 'Check grades',
    },
    decideGrades: {
      title: 'Decide grades',
      state: (round, people) => `${round}: ${people} to decide`,
      act: 'Decide',
      primary: 'Decide grades',
    },
    tellGrades: {
      title: 'Tell people their grades',
      state: (round, people) => `${round}: ${people} not told`,
      act: 'Tell',
      primary: 'Tell grades',
    },
    answerObjections: {
      title: 'Answer objections',
      state: (round, people) => `${round}: ${people} to answer`,
      act: 'Answer',
      primary: 'Answer objections',
    },
    settleCases: {
      title: 'Settle reviews and appeals',
      state: (round, people) => `${round}: ${people} open`,
      act: 'Settle',
      primary: 'Settle reviews',
    },
    receiveGrades: {
      title: 'Confirm grades received',
      state: (round, people) => `${round}: ${people} to confirm`,
      act: 'Confirm',
      primary: 'Confirm receipt',
    },
    downloadLists: {
      title: 'Download dispatch and telephone lists',
      state: (people) => `${people} posts issued`,
      act: 'Download',
      primary: 'Download the lists',
    },
    createUsers: {
      title: 'Make users',
      state: 'Offices, townships and units have no accounts',
      act: 'Make',
      primary: 'Make users',
    },
  },

  waiting: {
    planner: 'After the issue, changes and monthly attendance will be listed here.',
    office: 'When a plan is approved, you are asked here to confirm its issue.',
    officer: 'Nominees of your township who aren’t eligible will be listed here.',
    head: 'Months and appraisals to sign will be listed here.',
    evaluator: 'Evaluations assigned to you will be listed here.',
    inspector: 'Inspections and deadlines will be listed here.',
    liaison: 'Nominees of your unit who aren’t eligible will be listed here.',
    leader: 'You can read the whole district’s state at any time.',
    admin: 'You keep the accounts.',
    auditor: 'The log can be read and verified at any time.',
  },
  readings: {
    assignments: 'Posts',
    telephones: 'Telephones',
    coverage: 'Coverage',
    villages: 'Villages',
    policy: 'Policy',
    users: 'Users',
    audit: 'Audit log',
  },
  readingActs: {
    users: 'Manage users',
    audit: 'Read the log',
    coverage: 'See coverage',
    nominees: 'See the nominees',
  },
  readingNotes: {
    assignments: 'who is in which village, from when to when',
    telephones: 'work telephones by township and village',
    coverage: 'who dispatches to each village, and why',
    villages: 'facts and yearly figures',
    policy: 'the batch’s figures and what they stand on',
    users: 'make, disable, reset',
    audit: 'who did what when',
  },

  sinceTitle: 'Since you were last here',
  lately: 'Lately',
  since: (when, count) => (count === 0 ? `since ${when}` : `${count} since ${when}`),
  nothingNew: 'Nothing new.',
  at: 'When',
  by: 'Who',
  done: 'What',
  today: (time) => `today ${time}`,
  yesterday: (time) => `yesterday ${time}`,
  did: {
    imported: {
      regions: (count) => `Imported ${count} regions`,
      villages: (count) => `Imported ${count} villages`,
      units: (count) => `Imported ${count} units`,
      cadres: (district, township) =>
        `Imported ${list([
          district > 0 ? `${district} district nominees` : '',
          township > 0 ? `${township} township nominees` : '',
        ])}`,
    },
    confirmMembership: (count) => `Confirmed full membership of ${count}`,
    replace: (unit, was, is) => `${unit} named ${is} instead of ${was}`,
    publish: (plan, document) => `Issued ${plan}, ${document}`,
    other: (act, name) => (name === '' ? act : `${act}: ${name}`),
  },

  chart: (villages) => `All ${villages} villages have a tier`,
  chartMissing: (villages) => `${villages} villages have no tier yet`,
  chartVacant: (villages) => `${villages} villages have no first secretary now`,
  chartOver: (endsOn, covered) =>
    `The term ended on ${endsOn}; ${covered} villages have somebody now`,
  chartOn: (day, covered, villages) => `${covered}/${villages} villages covered on ${day}`,
  reckoning: (district, township, city) =>
    `District ${district} + township ${township} + city ${city}`,
  shortOf: (short) => (short === 0 ? '; enough nominees.' : `; ${short} places short.`),
  legend: {
    district: (places) => (places === 0 ? 'District' : `District, ${places} each`),
    township: (places) => (places === 0 ? 'Township' : `Township, ${places} each`),
    city: 'City, its own people',
  },
  atAGlance: 'How the work stands',
  glance: {
    targets: 'Targets',
    targetsOf: (reached, of, behind, missing) =>
      `${reached}/${of} reached (${Math.round((100 * reached) / of)}%), ${behind} behind${missing > 0 ? `, ${missing} not reported` : ''}`,
    attendance: 'Last month',
    attendanceOf: (month, enough, cadres, open) =>
      `${month}: ${enough}/${cadres} people with enough days in the village (${Math.round((100 * enough) / cadres)}%)${open > 0 ? `, ${open} townships not confirmed` : ''}`,
    round: 'Evaluation',
    roundOf: (name, status, decided, of) => `${name}: ${status}, ${decided}/${of} graded`,
    expenses: 'Work expenses',
    expensesOf: (year, paid, due, owing) =>
      `Year ${year}: paid ${paid} of ${due} ten thousand yuan due${owing > 0 ? `, ${owing} units owe` : ''}`,
  },
  shortPosts: (count) => `${count} places short`,
  where: 'Where',
  short: 'Short',
  lack: (count) => `−${count}`,
  setAside: 'Set aside',
  group: (name, villages, places) =>
    places === villages
      ? `${name}, ${villages} villages`
      : `${name}, ${villages} villages, ${places} places`,
  nomineesOf: (where) => `Nominees of ${where}`,
  postsOf: (where) => `Posts of ${where}`,
  people: (count) => `${count}`,
  seeAll: 'All',
  name: 'Name',
  category: 'Category',
  judgement: 'Eligibility',
  village: 'Village',
  post: 'Post',
};
