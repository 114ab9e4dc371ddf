import type { Texts } from '../texts.ts';
import type { findings as zh } from '../zh/inspection-findings.ts';

/** 问题: what an inspection found, and what becomes of it. */
export const findings: Texts<typeof zh> = {
  answer: (waiting, overdue, filtered, total) => {
    if (filtered) return `${total} findings fit.`;
    if (waiting === 0) return 'No findings are open.';
    const late = overdue > 0 ? `, *${overdue} overdue*` : ', none overdue';
    return `${waiting} findings are not settled${late}.`;
  },
  note: 'Overdue ones come first. Whoever inspects judges the rectification, never who reported it.',
  none: 'No findings',
  noneNote: 'Findings are entered on the page of their inspection.',
  nothingToExport: 'No findings to save',
  find: 'Village, text',
  township: 'Township',
  village: 'Village',
  state: 'State',
  kind: 'Kind',
  severity: 'Severity',
  notRectified: 'Not rectified',
  overdue: 'Overdue',
  overdueOnly: 'Overdue only',
  finding: 'Finding',
  responsible: 'Responsible',
  deadline: 'Deadline',
  foundOn: 'Inspected',
  daysLate: (days) => `${days} days overdue`,
  comma: ', ',
  findingOf: (village, kind) => `${village}: ${kind}`,
  where: (township, village) => `${township} ${village}`,
  inspection: 'Inspection',
  files: 'Files',
  trail: 'Trail',
  facts: 'Finding',
  by: (name, at) => `${name} ${at}`,
  rectifiedOn: (day) => `Rectified on ${day}`,
  newDeadline: (day) => `Deadline ${day}`,
  acts: {
    answer: 'Report rectification',
    close: 'Close',
    return: 'Return',
    withdraw: 'Withdraw',
  },
  actHints: {
    answer: 'What was done, and when it was finished. Files are welcome, not demanded.',
    close: 'How it was checked. A closed finding stays as it is.',
    return: 'What is still missing; a new deadline where more time is given.',
    withdraw: 'For what was entered by mistake; it stays on record.',
  },
  texts: {
    answer: 'Rectification',
    close: 'How it was checked',
    return: 'Reason',
    withdraw: 'Reason',
  },
  done: {
    answer: 'Reported; it waits to be checked.',
    close: 'Closed.',
    return: 'Returned.',
    withdraw: 'Withdrawn.',
  },
  rectifyDay: 'Rectified on',
  extendTo: 'New deadline',
  extendHint: 'Stays as it is when empty.',
  waitsFor: {
    open: (who) => `Waits for ${who}.`,
    returned: (who) => `Returned; waits for ${who}.`,
  },
  stands: {
    answered: 'Waits to be checked.',
    closed: 'Checked and closed.',
    withdrawn: 'Entered by mistake, withdrawn.',
  },
  missing: 'Please fill this in.',
  chooseAct: 'Next',
};
