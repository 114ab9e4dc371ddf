import type { Texts } from '../texts.ts';
import type { targets as zh } from '../zh/targets.ts';

const list = (parts: readonly (string | null | false)[]) => parts.filter(Boolean).join(', ');

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
    const settled = list([
      count('reached') > 0 && `${count('reached')} reached`,
      count('onCourse') > 0 && `${count('onCourse')} on course`,
      count('notDue') > 0 && `${count('notDue')} not yet due`,
    ]);
    const open = list([
      count('behind') > 0 && `${count('behind')} behind`,
      count('notReported') > 0 && `${count('notReported')} not reported`,
    ]);
    return `${village}, ${families.join(', ')}: ${list([settled, open && `*${open}*`])}.`;
  },
  villageNote: (kinds, { households, population, partyMembers, industry }) =>
    [
      kinds.join(', '),
      list([
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
  barOf: (name, value, asked) => `${name}: ${list([value, asked])}`,
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
  cameIn: (parts, years) => [list(parts), list(years)].filter((part) => part !== '').join('; '),
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

  reportTitle: (village, period) => `${village}: progress of ${period}`,
  settled: (count) => `${count} confirmed before, not asked again`,
  evidence: 'Evidence (optional)',
  notAsked: 'The village isn’t asked for this period.',
  editionOf: (revision) => `edition ${revision}`,
  noValuesThen: 'No value had been confirmed by that day.',
  reasonGiven: (reason) => `Returned or opened again: ${reason}`,
  beforeWas: (period, value) => `${period} confirmed ${value}`,
  noteOf: (name) => `Note on ${name}`,
  noteHint: 'Note, if any; why, where there is no figure',
  reckoned: (value, source) => list([value, source]),
  sources: {
    report: 'reported by the township',
    judgement: 'judged by the office',
    projects: 'from projects',
  },
  unreadable: (typed) => `“${typed}” is no number.`,
  nothingChanged: 'Nothing is changed',
  save: 'Save',
  savedReport: 'Saved.',
  confirmedBy: (revision, by, at) => `Edition ${revision}, confirmed by ${by} ${at}:`,
  acts: {
    submit: (villages, many) => (many ? `Submit ${villages} villages` : 'Submit'),
    withdraw: (villages, many) => (many ? `Withdraw ${villages} villages` : 'Withdraw'),
    confirm: (villages, many) => (many ? `Confirm ${villages} villages` : 'Confirm'),
    return: (villages, many) => (many ? `Return ${villages} villages` : 'Return'),
    reopen: (villages, many) => (many ? `Open ${villages} villages again` : 'Open again'),
  },
  done: {
    submit: (period, villages) => `Submitted ${period} of ${villages} villages.`,
    withdraw: (period, villages) => `Withdrew ${period} of ${villages} villages.`,
    confirm: (period, villages) => `Confirmed ${period} of ${villages} villages.`,
    return: (period, villages) => `Returned ${period} of ${villages} villages.`,
    reopen: (period, villages) => `Opened ${period} of ${villages} villages again.`,
  },
  reasonFor: {
    submit: 'Note on submitting',
    withdraw: 'Note on withdrawing',
    confirm: 'Note on confirming',
    return: 'Why',
    reopen: 'Why',
  },
  reasonMissing: 'Say why first',
  reason: 'Reason',

  adjustTitle: (name) => `Adjust ${name}`,
  adjustBody: (year, value) => `In the register: ${value} in ${year}.`,
  newThreshold: 'New target',
  newThresholdHint: 'Empty: back to the template’s.',
  leaveOut: 'This village isn’t measured by it',
  effectiveFrom: 'From',
  adjustDone: (name) => `Adjusted ${name}.`,
  judgeTitle: (name) => `Judge ${name}`,
  judgeBody: 'The office judges it and gives the ground; nothing is reckoned.',
  judgedOn: 'Judged on',
  ground: 'Ground',
  judged: (name) => `Judged ${name}.`,
  namesOf: (names) =>
    names.length > 3
      ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`
      : names.join(', '),
  chooseForMany: (villages) =>
    villages === 0 ? 'Choose targets' : `Choose targets for ${villages} villages`,
  pickVillages: 'Pick villages first',
  chooseTitle: (village) => `Choose targets for ${village}`,
  chooseBody: 'Chosen, they no longer follow the kinds; common measures are reported once.',
  chosen: (village) => `Chose targets for ${village}.`,

  view: 'View',
  progressView: 'Progress',
  reportOf: (period) => `Report of ${period}`,
  village: 'Village',
  yesNo: 'yes/no',
  measure: 'Measure',
  township: 'Township',
  noVillages: 'No villages with targets',
  townshipAnswer: (township, states) => {
    if (states.length === 0) return `${township} has no villages with targets.`;
    const count = (state: string) => states.filter((one) => one === state).length;
    const open = list([
      count('behind') > 0 && `${count('behind')} behind`,
      count('notReported') > 0 && `${count('notReported')} not reported`,
    ]);
    return `${township}: ${states.length} villages with targets, ${open ? `*${open}*` : 'none behind'}.`;
  },
  progressNote:
    'Those behind first; a village’s name leads to its page. Another date shows how it stood then.',
  toReports: (period) => `Report ${period}`,
  readReports: (period) => `Reports of ${period}`,
  statistics: 'Enter a statistic',
  statisticsTitle: 'The statistics office’s figure of the township',
  statisticsBody:
    'Relative measures are compared with it instead of the mean of those that reported.',
  statisticsKnown: (value) => `${value} is entered; this replaces it, and the log keeps it.`,
  statisticsValue: 'Figure',
  statisticsSource: 'Source',
  statisticsDone: (period) => `Entered the figure of ${period}.`,
  gridLabel: (township) => `Targets of the villages of ${township}`,
  noAimsShort: 'no targets yet',
  countsOf: ({ behind = 0, notReported = 0 }, state) => {
    if (behind > 0) return `${behind} behind`;
    return notReported > 0 ? `${notReported} not reported` : state;
  },
  entryAnswer: (township, period, { villages, confirmed, submitted, returned, draft }) => {
    if (confirmed === villages)
      return `${township}, ${period}: all ${villages} villages confirmed.`;
    const open = list([
      draft > 0 && `${draft} being filled in`,
      returned > 0 && `${returned} returned`,
      submitted > 0 && `${submitted} to confirm`,
    ]);
    return `${township}, ${period}: ${confirmed}/${villages} confirmed, *${open}*.`;
  },
  entryNote: (due, late, gaps) =>
    `Due ${due}${late ? ', late' : ''}; ${gaps === 0 ? 'everything asked is filled in' : `${gaps} cells are empty; where there is no figure, open the village and say why`}.`,
  import: 'Import',
  gridHint:
    'Arrows move, digits write, F2 edits; copy and paste with Excel. Money in 10,000 yuan, yes or no in words.',
  notAskedCell: 'not asked of this village',
  notedCell: ', with a note',
  cellEditor: 'Write into the cell',
  unread: (texts) => `Can’t read: ${texts}. Money in 10,000 yuan, yes or no in words.`,
  keys: {
    move: 'Move',
    type: 'Write',
    edit: 'Edit',
    clear: 'Clear',
    fill: 'Fill down, right',
    copy: 'Copy, paste',
    undo: 'Undo, redo',
  },
  lost: (cells) => `${cells} cells were changed by somebody else; theirs are shown. Check them.`,

  districtAnswer: (villages, states) => {
    if (villages === 0) return 'No village has targets yet.';
    const count = (state: string) => states.filter((one) => one === state).length;
    const open = list([
      count('behind') > 0 && `${count('behind')} behind`,
      count('notReported') > 0 && `${count('notReported')} not reported`,
    ]);
    return `${villages} villages with targets, ${count('reached')} reached everything, ${open ? `*${open}*` : 'none behind'}.`;
  },
  districtNote: (none) =>
    `Villages and progress are compared, not people.${none > 0 ? ` ${none} villages have no targets yet.` : ''}`,
  byTownship: 'By township',
  byMeasure: 'By measure',
  townshipChart: (day) => `How the measures stand by township on ${day}; figures below`,
  measureChart: (day) => `How the measures stand on ${day}; figures below`,
  total: 'All',
  reachedShare: 'Reached',
  behindTitle: (villages) => `${villages} villages behind or not reported`,
  behindNote: 'and who helps',
  nobodyBehind: 'No village is behind.',
  inWhat: 'In what',
  noHelper: 'nobody yet',
  listComma: ', ',
  andMore: (names, all) => `${names} … ${all} in all`,
  moreVillages: (villages) => `${villages} more; see the townships.`,

  templates: 'Templates',
  templatesAnswer: (names) =>
    names.length === 0 ? 'The batch uses no template yet.' : `In use: ${names.join(', ')}.`,
  templatesNote:
    'One that was used stays as it is; copy it, change the copy and adopt it from a day. What was reported is kept by measure.',
  templateName: 'Template',
  templateNote: 'Note',
  templateEdition: (name, edition) => `${name}, edition ${edition}`,
  forVillages: 'For villages',
  byChoice: 'picked by the planner',
  madeBy: 'Made by',
  usedNow: 'In use',
  usedFrom: (day) => `from ${day}`,
  usedBefore: 'Used before',
  templateDraft: 'Not used',
  copyTemplate: 'Copy',
  copied: (name, edition) => `Copied as ${name}, edition ${edition}.`,
  editTemplate: 'Edit',
  editTitle: (name, edition) => `Edit ${name}, edition ${edition}`,
  removeTemplate: 'Delete',
  removeTitle: (name, edition) => `Delete ${name}, edition ${edition}`,
  removeBody: 'It was never used; deleted, it is gone for good.',
  adopt: 'Adopt',
  adoptTitle: (batch, name, edition) => `${batch} adopts ${name}, edition ${edition}`,
  adoptBody: 'From that day on it holds; what was reported of common measures goes on.',
  adopted: (name, edition) => `Adopted ${name}, edition ${edition}.`,
  aim: 'Aim',
  aimNumber: 'Number of the aim',
  aimName: 'Name of the aim',
  kindOfMeasure: 'Kind',
  wanted: 'Wanted',
  direction: 'Direction',
  unit: 'Unit',
  mustBeDone: 'done',
  whenDue: 'When',
  comesFrom: 'Source',
  weight: 'Weight',
  evidenceAsked: 'Evidence',
  basis: 'Basis',
  onlyKinds: 'Only for',
  bindingWord: 'binding, not striven for',
  policyNumber: 'The number is the policy’s; change it there.',
  ownNumber: 'Own number',
  change: 'Change',
  takeOut: 'Take out',
  addMeasure: 'Add a measure',
  newMeasure: 'New measure',
  readyMeasure: 'Ready',
  saveTemplate: 'Save the template',
  stopEditing: 'Stop editing',
  templateSaved: (name) => `Saved ${name}.`,
  unassigned: (villages) => `${villages} villages without targets`,
};
