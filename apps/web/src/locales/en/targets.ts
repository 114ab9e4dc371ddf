import { listed } from '../english.ts';
import type { Texts } from '../texts.ts';
import type { targets as zh } from '../zh/targets.ts';
import { targetDistrict } from './target-district.ts';
import { targetReports } from './target-reports.ts';

export const targets: Texts<typeof zh> = {
  comma: ', ',
  semicolon: '; ',
  yes: 'Yes',
  no: 'No',
  today: 'Today',
  poor: 'Poor',
  tenThousand: '10,000 yuan',

  known: {
    thatDay: (day) =>
      `As confirmed on ${day}; what came or was corrected later doesn’t count. Kinds and yearly figures are the register’s, parameters those in force that day.`,
    now: (day) => `${day} as confirmed by today, with what came or was corrected later.`,
  },
  inUnit: (wanted, unit) => `${wanted} (${unit})`,
  showKnown: { thatDay: 'Show what is confirmed by now', now: 'Show what was confirmed then' },

  answer: (village, families, states) => {
    if (states.length === 0) return `${village}: *no targets yet*.`;
    const count = (state: string) => states.filter((one) => one === state).length;
    const settled = listed([
      count('reached') > 0 && `${count('reached')} reached`,
      count('onCourse') > 0 && `${count('onCourse')} on course`,
      count('notDue') > 0 && `${count('notDue')} not yet due`,
    ]);
    const open = listed([
      count('behind') > 0 && `${count('behind')} behind`,
      count('notReported') > 0 && `${count('notReported')} not reported`,
    ]);
    return `${village}, ${families.join(', ')}: ${listed([settled, open && `*${open}*`])}.`;
  },
  villageNote: (kinds, { households, population, partyMembers, industry }) =>
    [
      kinds.join(', '),
      listed([
        households && `${households} households`,
        population && `${population} people`,
        partyMembers !== null && `${partyMembers} Party members`,
      ]),
      industry && `main industry ${industry}`,
    ]
      .filter(Boolean)
      .join('; '),
  backToTownship: (township) => `‹ Villages of ${township}`,
  dueBy: (day) => `due ${day}`,
  openReport: {
    report: (period) => `Report ${period}`,
    look: (period) => `Check the report of ${period}`,
  },
  chooseFamilies: 'Choose targets',
  noAims: 'The village has no targets yet',
  noAimsNote: 'It is of none of the four kinds; the planner picks what it gets.',
  must: (binding, yearly) => (binding ? (yearly ? 'each year ' : 'must be ') : 'striven for: '),
  than: {
    atLeast: (value) => `at least ${value}`,
    atMost: (value) => `at most ${value}`,
    above: (value) => `above ${value}`,
    below: (value) => `below ${value}`,
  },
  againstMean: {
    atLeast: (value) => `at least the township’s ${value}`,
    atMost: (value) => `at most the township’s ${value}`,
    above: (value) => `above the township’s ${value}`,
    below: (value) => `below the township’s ${value}`,
  },
  barOf: (name, value, asked) => `${name}: ${listed([value, asked])}`,
  noValue: '–',
  adjusted: 'adjusted',
  adjust: 'Adjust',
  judge: 'Judge',
  upTo: (day, _now) => `to ${day}: `,
  doneShare: (said, percent) => `${said}, ${percent} %`,
  againstTownship: (points, ahead) =>
    ahead === 0
      ? 'as the township'
      : `${points} points ${ahead > 0 ? 'above' : 'below'} the township`,
  fromStatistics: 'the township’s by the statistics office',
  fromReports: (reported, villages) =>
    `the township’s by ${reported}/${villages} villages that reported`,
  fromProjects: 'from what infrastructure projects spent',
  notReportedYet: 'due and not reported',
  nothingYet: 'nothing confirmed yet',
  yearValue: (year, value) => `${year}: ${value}`,
  cameIn: (parts, years) => [listed(parts), listed(years)].filter((part) => part !== '').join('; '),
  judgedAs: (rank, month) => `${rank}, judged ${month}`,
  doneOn: (month) => `done ${month}`,
  tickStates: {
    reached: 'Reached',
    onCourse: 'Under way',
    behind: 'Behind',
    notReported: 'Due and not reported',
    notDue: 'Not yet due',
  },
  legendTarget: 'target',
  legendBefore: 'the year before',
  legendBasis: 'Basis: the notice, part 3. Missing what is striven for alone never lowers a grade.',
  posts: 'In post',
  nobodyThere: 'Nobody is in post on this day.',
  who: 'Name',
  post: 'Post',
  since: 'Since',
  sinceDay: (day) => `since ${day}`,
  help: 'Help',
  nobodyHelps: 'No unit or enterprise helps yet.',
  helper: 'Helper',
  kind: 'Kind',
  money: 'Money',
  sendingUnit: 'Sending unit',
  enterprise: 'Enterprise',
  moneyOf: (wan) => `${wan} ×10,000`,
  projects: (total, received) =>
    total === 0 ? 'No projects yet' : `${total} projects, ${received} ×10,000 received`,
  projectsLabel: 'Projects',
  project: 'Project',
  projectMark: (name, spent) => `${name} ${spent}`,
  state: 'State',
  course: 'Course',
  months: 'Months',
  monthMark: (month, state) => `${month} ${state}`,
  inspections: 'Inspections',
  inspectionMark: (kind, open) => (open > 0 ? `${kind}, ${open} open` : kind),
  reports: 'Reports',
  judgements: 'Judgements',
  adjustments: 'Adjustments',
  tick: (year, month, first) => (first || month === 1 ? `${year}-${month}` : String(month)),
  reportsNote: 'Confirmed figures are locked; a correction is another edition.',
  period: 'Period',
  due: 'Due',
  edition: 'Edition',
  lastAct: 'Last act',
  open: 'Open',
  openPeriod: 'Open',
  periodStates: {
    confirmed: 'Confirmed',
    submitted: 'Submitted',
    returned: 'Returned',
    overdue: 'Overdue',
    todo: 'To report',
    upcoming: 'Not yet due',
  },
  ...targetReports,
  ...targetDistrict,
};
