import type { TeamProgress } from '@xuanpai/contracts/evaluation-teams';
import type { RoundCounts } from '@xuanpai/contracts/evaluations';
import type { Dictionary } from '../zh-cn.ts';

export const rounds: Dictionary['rounds'] = {
  answer: (name: string, counts: RoundCounts) =>
    counts.evaluated === 0
      ? `${name}: none of your people.`
      : `${name}, ${counts.evaluated}: ${counts.proposed} proposed, *${counts.evaluated - counts.proposed} to go*.`,
  answerDone: (name, counts) =>
    `${name}: all ${counts.evaluated} proposed, ${counts.decided} decided.`,
  answerDraft: (name, people) =>
    people === null
      ? `${name} in preparation.`
      : `${name} in preparation, ${people} in post in its days.`,
  outcome: (name, people, decided) => `${name}, ${people} people, ${decided} decided.`,
  note: (counts: RoundCounts) =>
    `${[
      `Visits to ${counts.visited} of ${counts.villages} villages`,
      counts.byUnit > 0
        ? `${counts.byUnit} assessed by their units, ${counts.unitGraded} reported`
        : '',
      counts.leftOut > 0 ? `${counts.leftOut} not in this round` : '',
    ]
      .filter(Boolean)
      .join('; ')}.`,
  noRound: { annual: 'No annual round yet.', term: 'No end-of-term round yet.' },
  noRoundNote: 'Once the office has prepared one, teams go to their villages.',
  kindNote: {
    annual: 'Annual rounds are about district cadres; township cadres at the end of the term only.',
    term: 'The end of the term is about district and township cadres.',
  },
  list: 'Rounds',
  round: 'Round',
  state: 'State',
  period: 'Days',
  to: ' to ',
  evaluated: 'Evaluated',
  byUnit: 'By their unit',
  visited: 'Visits',
  ofVillages: (done, all) => `${done}/${all}`,
  proposed: 'Proposed',
  decided: 'Decided',
  prepare: 'Prepare a round',
  prepareNote: 'Staffing types, posts and policy are those of the date; once open they stay.',
  change: 'Change',
  templates: 'Letter templates',
  templatesNote:
    'Letters of this round use these versions, whatever the office or an upgrade brings later.',
  templatesNoteClosed: 'The round is closed; its letters print with these versions.',
  templatesNoteDraft:
    'What isn’t chosen becomes the office’s version of the day that the round opens, and stays.',
  shippedTemplate: 'Shipped',
  templateEdition: (edition) => `Version ${edition}`,
  templateInUse: (name) => `${name} (the office’s)`,
  followsTemplate: (name) => `The office’s (${name} at present)`,
  year: 'Year',
  name: 'Name',
  from: 'From',
  until: 'To',
  date: 'Date',
  dateHint: 'Left empty: by the year and the batch’s term.',
  ballotsTwice: 'Ballots are entered by two people, and what differs is settled',
  questions: 'Questions',
  questionsHint: 'Asked beside the grade, one a line; may be empty.',
  remark: 'Note',
  missing: 'Please fill in',
  save: 'Save',
  saved: 'Saved',
  prepared: (name) => `Prepared: ${name}`,
  open: (people) => `Open with ${people} people`,
  openTitle: (name) => `Open ${name}`,
  openBody: (people) =>
    `Fixes ${people} people, their grades and the steps. Later changes of the policy leave the round as it is.`,
  opened: 'The round is open',
  noSet: (names) => `Choose their grades in the policy first: ${names}`,
  nobody: 'Nobody was in post in these days',
  drop: 'Give up',
  dropTitle: (name) => `Give up ${name}`,
  dropBody: 'Only the preparation goes; nothing was entered.',
  dropped: 'Given up',
  close: 'Close the round',
  closeBody: 'Nothing is entered any more.',
  closed: 'The round is closed',
  extend: 'Update from the registers',
  extended: (added, retyped) =>
    added + retyped === 0
      ? 'Neither people nor staffing have changed'
      : [
          added > 0 && `${added} added`,
          retyped > 0 && `${retyped} given the grades of their staffing on the date`,
        ]
          .filter(Boolean)
          .join(', '),
  gather: 'Gather anew',
  gathered: (count) => `Results and attendance of ${count} gathered anew`,
  gatheredAt: (at) => `Results and attendance as gathered at ${at}.`,
  township: 'Township',
  village: 'Village',
  person: 'Name',
  unit: 'Sending unit',
  staffing: 'Staffing',
  days: 'In post',
  daysUnit: 'days',
  standing: 'Standing',
  ground: 'Ground',
  team: 'Team',
  visit: 'Visit',
  ballots: 'Ballots',
  results: 'Results',
  grade: 'Grade',
  marks: { none: 'not begun', part: 'not complete', done: 'complete' },
  suggestion: 'Facts support',
  proposal: 'Proposal',
  find: 'Name or village',
  none: 'Nobody like this.',
  nothingToExport: 'Nothing to export',
  left: (count, all) => (count === 0 ? 'all done' : `${all}, ${count} to go`),
  work: 'Open the entry',
  openCadre: 'Open the cadre',
  honours: 'Commendations and matters',
  noHonours: 'None in these days.',
  addHonour: 'Enter one',
  honourKind: 'Kind',
  honourOn: 'Day',
  honourTitle: 'What',
  organ: 'Given by',
  document: 'Document',
  remove: 'Remove',
  removed: 'Removed',
  setStanding: 'Change the standing',
  standingHint: 'With the ground, which stays with the list.',
  unitGrade: 'Record the unit’s grade',
  unitGradeIs: (grade, document) => `The unit gave ${grade}, ${document}`,
  reason: 'Ground',
  explains: 'other than the facts support',
  teamsAnswer: (teams, villages, unassigned) =>
    teams === 0
      ? `No teams yet, *${unassigned} villages to be given*.`
      : unassigned > 0
        ? `${teams} teams have ${villages - unassigned} villages, *${unassigned} without one*.`
        : `${teams} teams, all ${villages} villages given.`,
  teamsNote:
    'Evaluators see the villages and people of their team only; whom they step back from can’t be given to them nor opened.',
  addTeam: 'Make a team',
  changeTeam: 'Change',
  teamName: 'Name',
  members: 'Members',
  noMembers: 'nobody yet',
  villages: 'Villages',
  addTownship: 'Whole township',
  addTownshipHint: 'Adds the villages of a township that no team has.',
  villagesHint:
    'Another team’s village goes over to this one; what was entered stays with its names.',
  removeTeam: 'Remove the team',
  removeTeamBody: 'Its villages go to another team then; what was entered stays.',
  teamSaved: 'The team is saved',
  progress: ({ villages, visited, people, counted, proposed }: TeamProgress) =>
    `visits ${visited}/${villages}, ballots ${counted}/${people}, proposals ${proposed}/${people}`,
  unassigned: 'Villages without a team',
  peopleOf: (count) => `${count} people`,
  otherTeam: (name) => `with ${name}`,
  tiesAnswer: (count) => (count === 0 ? 'No ties declared yet.' : `${count} ties declared.`),
  tiesNote:
    'Own unit, kin and own interest stop the assignment and close the page; a home village is a hint.',
  addTie: 'Declare a tie',
  evaluator: 'Evaluator',
  tieKind: 'Tie',
  relation: 'Kin',
  tieTo: 'To',
  tieUnit: 'Unit',
  tieCadre: 'Cadre',
  tieVillage: 'Village',
  declared: 'Declared',
  tieHint:
    'Choose one of unit, cadre and village. Whoever is a liaison or a township’s officer steps back from that unit by itself.',
  fairAnswer: (people, share) =>
    share === null
      ? `None of ${people} has a grade yet.`
      : `Of ${people}, *${share}%* of those graded are excellent.`,
  fairNote: 'For the office, to keep one measure. With few people a share says little.',
  whole: 'All',
  people: 'People',
  rungs: ['Excellent', 'Competent', 'Basic', 'Lowest'],
  withoutGrade: 'No grade',
  stillOpen: 'Open',
  excellentShare: 'Excellent',
  few: 'few people',
  byTownship: 'By township',
  byUnitSpread: 'By sending unit',
  byTeam: 'By team',
  departures: 'Proposals that leave the ballots',
  noDepartures: 'No proposal leaves the ballots.',
  byBallots: 'Ballots support',
  differsBy: (rungs) => (rungs > 0 ? `${rungs} above` : `${-rungs} below`),
  quota: (percent, people, excellent) =>
    `The batch’s quota is ${percent}%, ${people} people; it is ${excellent} now.`,
};
