import type { Texts } from '../texts.ts';
import type { villageState as zh } from '../zh/village-state.ts';

/** A village: its findings, and how its two committees stand. */
export const villageState: Texts<typeof zh> = {
  villageAnswer: (village, waiting, overdue) => {
    if (waiting === 0) return `${village} has no open findings.`;
    return overdue > 0
      ? `${village} has ${waiting} open findings, *${overdue} overdue*.`
      : `${village} has ${waiting} open findings.`;
  },
  villageVisits: 'Inspections',
  noVillageVisits: 'The village wasn’t inspected yet.',
  holders: 'Committee members',
  noHolders: 'No committee members entered.',
  enterHolder: 'Enter a member',
  changeHolder: (name) => `Change what is on record of ${name}`,
  holderName: 'Name',
  seat: 'Seat',
  term: 'Term',
  since: 'From',
  until: 'Left on',
  untilHint: 'Empty while sitting.',
  sitting: 'now',
  fromTo: (from, to) => `${from} to ${to}`,
  remark: 'Note',
  change: 'Change',
  elections: 'Re-elections',
  noElections: 'No re-election is entered as due.',
  enterElection: 'Enter when it is due',
  electionOf: (body, due) => `${body}, due by ${due}`,
  body: 'Body',
  dueOn: 'Due on',
  heldOn: (day) => `Held on ${day}`,
  heldDay: 'Held on',
  notHeld: 'Not due yet',
  electionOverdue: 'Due and not held',
  enterHeld: 'Enter it as held',
  heldHint: 'Empty it where only the day on which it is due changes.',
  withdrawRecord: 'Take back',
  withdrawRecordBody:
    'Only for what was entered by mistake: whoever left, and what was held, keeps its days. The log keeps it with the reason.',
  withdrawReason: 'Reason',
  recordWithdrawn: 'Taken back.',
  result: 'Result',
  document: 'Document',
  weakLax: 'Weak and lax',
  noWeakLax: 'Not designated as weak and lax.',
  designate: 'Designate',
  designatedOn: 'Designated on',
  reason: 'Main problems',
  turning: 'Being turned round',
  turn: 'Enter as turned round',
  turnedDay: 'Turned round on',
  turnedOn: (day, document) => `Turned round on ${day} (${document})`,
  stateSaved: 'Entered.',
  electionsAnswer: (total, overdue) => {
    if (total === 0) return 'No village is to be re-elected.';
    return overdue > 0
      ? `${total} re-elections, *${overdue} past their day*.`
      : `${total} re-elections, none past its day.`;
  },
  electionsNote: 'Entered on the village’s page, as is what came of it.',
};
