import type { Texts } from '../texts.ts';
import type { leadership as zh } from '../zh/leadership.ts';

/** 组织领导: leaders linked to villages, and who leads the work. */
export const leadership: Texts<typeof zh> = {
  leadersAnswer: (leaders, visits, answers) => {
    if (leaders === 0) return 'No leader is linked to a village yet.';
    const parts = [
      visits > 0 ? `*${visits} visits overdue*` : 'no visit overdue',
      answers > 0 ? `*${answers} answers overdue*` : 'no answer overdue',
    ];
    return `${leaders} leaders: ${parts.join(', ')}.`;
  },
  leadersNote:
    'A visit is entered with its questions; those are answered and checked as findings are.',
  noLeaders: 'No leaders entered',
  addLeader: 'Enter a leader',
  position: 'Office',
  account: 'Account',
  accountHint: 'User name of the leader’s own account, for entering visits.',
  linkVillage: 'Link a village',
  changeLink: 'Change the link',
  linkEnd: 'Ends on',
  linkEnded: 'Ended',
  noLinks: 'No village is linked yet.',
  interval: 'Interval',
  intervalHint: 'The policy’s, when empty.',
  days: 'days',
  visited: 'Visits',
  lastVisit: 'Last visit',
  never: 'none yet',
  nextVisit: 'Next visit by',
  visitOverdue: (day, days) => `${day}, ${days} days overdue`,
  questions: 'Questions',
  questionsOpen: (open) => (open === 0 ? 'none open' : `${open} open`),
  questionsOverdue: (open, overdue) => `${open} open, ${overdue} overdue`,
  enterVisit: 'Enter a visit',
  questionAt: (at) => `Question ${at}`,
  questionHint: 'Each has who answers and by when; later ones are entered on the visit’s page.',
  addQuestion: 'Add a question',
  removeQuestion: 'Remove',
  answerBy: 'Answer by',
  organisationAnswer: (all, without, year, reported) =>
    `${without === 0 ? `All ${all} offices entered` : `*${without} offices not entered*`}, ${reported} reports for ${year}.`,
  organisationNote:
    'First persons responsible come from the unit register; reports are entered by year.',
  reportYear: 'Year',
  unitName: 'Unit',
  firstResponsible: 'First responsible',
  group: 'Office',
  groupName: 'Name',
  groupHead: 'Head',
  contact: 'Contact',
  phone: 'Telephone',
  setUpOn: 'Set up on',
  dutyReport: 'Report',
  dutyItem: 'Item',
  usualItem: 'Cadres in villages, and help',
  reportedOn: 'Reported on',
  reportOf: (unit, year) => `${unit}, ${year}`,
  yearDocument: 'Year .docx',
};
