import { listed } from '../english.ts';
import type { Texts } from '../texts.ts';
import type { targetReports as zh } from '../zh/target-reports.ts';

/** A report of a village, and those of a township together. */
export const targetReports: Texts<typeof zh> = {
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
  reckoned: (value, source) => listed([value, source]),
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
    const open = listed([
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
    const open = listed([
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
};
