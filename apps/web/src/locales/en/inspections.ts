import type { Texts } from '../texts.ts';
import type { inspections as zh } from '../zh/inspections.ts';
import { findings } from './inspection-findings.ts';
import { leadership } from './leadership.ts';
import { villageDraws } from './village-draws.ts';
import { villageState } from './village-state.ts';

export const inspections: Texts<typeof zh> = {
  visitsAnswer: (total, filtered) =>
    total === 0 && !filtered ? 'No inspections yet.' : `${total} inspections.`,
  visitsNote:
    'Dispatching meetings, spot checks, field comparisons, leaders’ visits and the end of term.',
  enter: 'Enter an inspection',
  enterNote: 'Of a day that has been; findings are entered on its page afterwards.',
  entered: (subject) => `“${subject}” entered.`,
  noVisits: 'No inspections',
  noVisitsNote: 'Choose “Enter an inspection”.',
  findVisit: 'Subject, village',
  visitKind: 'Kind',
  day: 'Day',
  subject: 'Subject',
  team: 'Inspectors',
  teamHint: 'Who led it, and who went along.',
  villages: 'Villages',
  villagesHint: 'Type a name to find it; several may be chosen.',
  villagesOf: (names, count) => (count > 3 ? `${names} and others (${count})` : names),
  fromDraw: (purpose, count) => `${count} villages drawn for “${purpose}”`,
  counts: (open, answered, closed) =>
    open + answered + closed === 0
      ? 'none'
      : `${open} open, ${answered} to check, ${closed} closed`,
  findings: 'Findings',
  visitTitle: (kind, villages, open) =>
    open > 0
      ? `${kind}: ${villages} villages, *${open} not rectified*.`
      : `${kind}: ${villages} villages.`,
  summary: 'Summary',
  noSummary: 'Not filled in',
  editSummary: 'Add to it',
  saveSummary: 'Save',
  summarySaved: 'Saved.',
  drawnBy: 'Draw',
  openDraw: 'See the draw',
  noFindings: 'No findings entered.',
  enterFinding: 'Enter a finding',
  findingEntered: (village) => `Finding at ${village} entered.`,
  responsibleUnit: 'Unit',
  responsiblePerson: 'Person',
  personHint: 'Name and office; the township reports.',
  unitHint: 'A sending unit of the village; unit or township reports.',
  spotChecks: 'Presence',
  noSpotChecks: 'No spot checks of people entered.',
  enterSpotCheck: 'Enter a spot check',
  halves: { 1: 'morning', 2: 'afternoon' },
  wholeDay: 'whole day',
  comparisonAnswer: (villages, complete) =>
    complete === villages
      ? `${villages} villages compared.`
      : `${villages} villages, ${complete} judged by everybody.`,
  comparisonNote: 'Villages are compared, never people; means of the judges',
  openComparison: 'Score sheet',
  setUp: 'Criteria and judges',
  setUpNote: 'What keeps its name keeps its points; what is left out goes with them.',
  criteria: 'Criteria',
  criteriaHint: 'One a line with the most points: Industry 30.',
  judges: 'Judges',
  judgesHint: 'One a line.',
  notSetUp: 'No criteria and judges yet.',
  summaryOfScores: 'Summary',
  judgeSheets: 'Judges’ sheets',
  points: (most) => `of ${most}`,
  total: 'Total',
  place: 'Place',
  notComplete: 'not all in',
  scoreGridNote: 'Arrows move; copy and paste with Excel; save when done.',
  scoreGrid: {
    hint: 'Arrows move, digits write, F2 edits; Ctrl+C and Ctrl+V copy and paste with Excel.',
    closed: 'not judged',
    noted: ', with a note',
    editor: 'Write points',
    unreadable: (typed) => `“${typed}” are no points.`,
  },
  unreadPoints: (texts) => `Can’t read: ${texts}. Points have one decimal at most.`,
  overMost: (cells) => `${cells} cells are above the most.`,
  nothingTyped: 'Nothing was changed.',
  saveScores: (judge) => `Save the points of ${judge}`,
  scoresSaved: (judge) => `Points of ${judge} saved.`,
  ...findings,
  ...villageDraws,
  ...villageState,
  ...leadership,
};
