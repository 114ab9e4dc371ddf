import { listed } from '../english.ts';
import type { Texts } from '../texts.ts';
import type { home as zh } from '../zh/home.ts';
import { evaluationTasks } from './evaluation-tasks.ts';
import { planTasks } from './plan-tasks.ts';
import { postTasks } from './post-tasks.ts';
import { supportTasks } from './support-tasks.ts';

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
    const missing = listed([
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
  taskWords: { ...planTasks, ...postTasks, ...supportTasks, ...evaluationTasks },

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
        `Imported ${listed([
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
