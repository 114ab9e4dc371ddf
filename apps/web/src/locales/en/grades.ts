import type { Texts } from '../texts.ts';
import type { grades as zh } from '../zh/grades.ts';

const few = (names: readonly string[]) =>
  names.length > 6 ? `${names.slice(0, 6).join(', ')} and others` : names.join(', ');

export const grades: Texts<typeof zh> = {
  reviewAnswer: (round, { people, entering, proposed, checked, decided }) => {
    if (people === 0) return `${round}: nobody is evaluated yet.`;
    const open = [
      entering > 0 ? `${entering} being entered` : '',
      proposed > 0 ? `${proposed} to check` : '',
      checked > 0 ? `${checked} to decide` : '',
    ].filter((part) => part !== '');
    if (open.length === 0) return `${round}: all ${people} grades are decided.`;
    return `${round}: ${decided} of ${people} decided, *${open.join(', ')}*.`;
  },
  reviewNote: 'By township and village, never by score. Whoever proposed a grade doesn’t check it.',
  quota: (excellent, most, percent) =>
    excellent > most
      ? `Quota ${percent} %, at most ${most}; ${excellent} now: exceeded.`
      : `Quota ${percent} %, at most ${most}; ${excellent} now.`,
  toldAnswer: (round, decided, told, again) => {
    if (decided === 0) return `${round}: no grade is decided yet.`;
    const redo = again > 0 ? `, *${again} to do again after a change*` : '';
    return `${round}: ${told} of ${decided} told${redo}.`;
  },
  noticesAnswer: (round, notices, waiting, open) => {
    const parts = [
      waiting > 0 ? `${waiting} to put up` : '',
      open > 0 ? `${open} objections to answer` : '',
    ].filter((part) => part !== '');
    if (parts.length > 0) return `${round}: ${notices} notices, *${parts.join(', ')}*.`;
    return `${round}: ${notices} notices, nothing waits.`;
  },
  noticesNote: (days) =>
    `Intended grades are up for ${days} workdays; decided once every objection is answered.`,
  casesAnswer: (all, open, late) => {
    if (all === 0) return 'No review, appeal or objection.';
    if (open === 0) return `All ${all} are settled.`;
    return late > 0 ? `${open} open, *${late} overdue*.` : `${open} open, all in time.`;
  },
  casesNote:
    'A review is handled by somebody without a part in the grade; an appeal is decided elsewhere and entered here.',
  feedbackAnswer: (all, waiting) => {
    if (all === 0) return 'No grade has been fed back yet.';
    return waiting === 0 ? `All ${all} are received.` : `*${waiting} to be received*.`;
  },
  feedbackNote: 'By management authority; a unit’s liaison confirms, the office enters the others.',
  cadreAnswer: (name, rounds, decided) =>
    rounds === 0 ? `${name}: no evaluation yet.` : `${name}: ${rounds} rounds, ${decided} grades.`,
  name: 'Name',
  village: 'Village',
  unit: 'Unit',
  proposed: 'Proposed',
  differs: 'Why it differs',
  ballots: 'Ballots',
  facts: 'Facts',
  suggested: 'By the facts',
  toCheck: 'Check the grade',
  nextStep: 'Next step',
  stepsDone: 'Steps',
  outcome: 'State or outcome',
  grade: 'Grade',
  gradeThen: 'Grade then',
  newGrade: 'New grade',
  told: 'Told and signed',
  form: 'Form',
  file: 'File',
  feedback: 'Feedback',
  redoTitle: 'To do again',
  before: 'before: ',
  yes: 'done',
  and: ', ',
  paper: 'For the meeting .docx',
  manners: { agreed: 'agreed', objected: 'objected', refused: 'refused to sign' },
  byUnit: (grade) => `By the unit: ${grade}`,
  byUnitOpen: 'Assessed by the unit',
  leftOut: 'Not in this round',
  redo: (what) => `The grade changed; again: ${what}`,
  caseOpen: { review: 'under review', appeal: 'under appeal', objection: 'objection open' },
  people: (count) => `${count}`,
  nobody: 'Nobody',
  noneDecided: 'No grade is decided yet',
  noneDecidedNote: 'Decided grades are told, signed, filed and fed back here.',
  toLetters: 'Forms, notices and feedback letters',
  noneFits: 'None of those chosen is at this step.',
  acts: {
    record: (count) => `Record a step (${count})`,
    check: (count) => `Check (${count})`,
    notice: (count) => `Put up (${count})`,
    decide: (count) => `Decide (${count})`,
    tell: (count) => `Told and signed (${count})`,
    keep: (count) => `Form and file (${count})`,
    feedback: (count) => `Feed back (${count})`,
  },
  actsOne: {
    record: 'Record a step',
    check: 'Check',
    notice: 'Put up',
    decide: 'Decide as proposed',
    tell: 'Told and signed',
    keep: 'Form and file',
    feedback: 'Feed back',
  },
  actsOwn: {
    return: 'Return',
    ask: 'Enter review, appeal or objection',
    other: 'Decide another grade',
    objection: 'Enter an objection',
  },
  possible: 'Possible now',
  about: (names) => `${few(names)}.`,
  stepsBack: 'You step back',
  tied: (names) => ` You step back, so left out: ${few(names)}.`,
  done: (count) => `Done for ${count}.`,
  step: 'Step',
  date: 'Date',
  by: 'By',
  document: 'Document',
  words: 'Text',
  place: 'Where it is put up',
  noticeFrom: 'First day',
  decidedOn: 'Decided on',
  toldOn: 'Told on',
  manner: 'What the person said',
  statement: 'Objection',
  witness: 'Witness',
  sentOn: 'Sent on',
  reason: 'Reason',
  ground: 'Why it differs from the proposal',
  receivedOn: 'Received on',
  from: 'From whom',
  content: 'What was said',
  caseKind: 'Kind',
  askedOn: 'Asked on',
  askUntil: 'Time to ask',
  organ: 'Organ',
  due: 'Due on',
  result: 'Result',
  extended: 'Extended',
  extend: 'Extend',
  settle: 'Enter the result',
  ownGrade: 'You had a part in this grade; somebody else handles the review.',
  person: 'The way to the grade',
  openPage: 'All grades',
  way: 'What happened',
  noWay: 'No step is on record yet.',
  editions: 'Changes of the grade',
  editionOf: (day, source, grade) => `${day} ${source}: ${grade}`,
  remedies: 'The person may ask for',
  remedy: (kind, until, notTold) => {
    if (until !== null) return `${kind}: until ${until}.`;
    return notTold ? `${kind}: time runs from the day of telling.` : `${kind}: no limit.`;
  },
  dueOn: (day) => (day === null ? 'to be answered' : `due on ${day}`),
  feedbackTo: (recipient, received) => {
    const to = {
      unit: 'unit',
      superior: 'superior',
      organisation: 'organisation department',
    }[recipient];
    return received ? `${to}, received ${received}` : `${to}, not received yet`;
  },
  noNotice: 'Nothing was put up yet',
  noNoticeNote: 'After the meeting, intended excellent grades are put up here.',
  noticeOf: (from, to) => `${from} to ${to}`,
  noticeOver: 'Over',
  noticeOpen: 'Up now',
  takenDown: 'Taken down',
  said: (day, from) => `${day} ${from}:`,
  answerIt: 'Answer',
  noCases: 'No review, appeal or objection',
  noCasesNote: 'Open a person under “Told and signed” to enter one.',
  round: 'Round',
  recipient: 'To whom',
  state: 'State',
  outdated: 'Changed since; a new one follows',
  toReceive: 'To be received',
  receive: (count) => `Confirm receipt (${count})`,
  received: (count) => `${count} received.`,
  nothingToReceive: 'Nothing to be received.',
  noFeedback: 'No grade has been fed back yet',
  noFeedbackNote: 'Once grades are decided and fed back, they are confirmed here.',
  noGrades: 'No evaluation yet',
  noGradesNote: 'Opened rounds are listed here.',
  toRound: 'In the overview',
};
