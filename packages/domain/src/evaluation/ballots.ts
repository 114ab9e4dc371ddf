import {
  type BallotAnswer,
  type BallotAnswerValues,
  type BallotContent,
  type BallotFigureValues,
  type BallotLineState,
  ballotAnswers,
  ballotFigures,
} from '@xuanpai/contracts/ballots';
import type { Text } from '@xuanpai/contracts/text';

/** 民主测评 (E2): what a line of ballots must add up to, when it holds, and what of it is shown. */

/** The figures of a line that is whole. */
export type WholeFigures = { readonly [F in keyof BallotFigureValues]: number };
export type WholeAnswers = { readonly [A in keyof BallotAnswerValues]: number };
export interface WholeContent {
  figures: WholeFigures;
  answers: WholeAnswers[];
}

/** A place in a line: `issued`, or `2.first` for the first answer of the second question. */
export type BallotCell = string;

const isFigure = (text: string): text is keyof BallotFigureValues =>
  (ballotFigures as readonly string[]).includes(text);
const isAnswer = (text: string): text is BallotAnswer =>
  (ballotAnswers as readonly string[]).includes(text);

export function emptyContent(questions: number): BallotContent {
  const nothing = { first: null, second: null, third: null, fourth: null, abstained: null };
  return {
    figures: { issued: null, returned: null, valid: null, void: null, ...nothing },
    answers: Array.from({ length: questions }, () => ({ ...nothing })),
  };
}

/** The places of a line, in the order of the tally sheet. */
export function ballotCells(questions: number): BallotCell[] {
  const asked = Array.from({ length: questions }, (_, at) =>
    ballotAnswers.map((answer) => `${at + 1}.${answer}`),
  );
  return [...ballotFigures, ...asked.flat()];
}

/** Undefined: there is no such place in a line with so many questions. */
export function cellOf(content: BallotContent, cell: BallotCell): number | null | undefined {
  if (isFigure(cell)) return content.figures[cell];
  const [question, answer = ''] = cell.split('.');
  return isAnswer(answer) ? content.answers[Number(question) - 1]?.[answer] : undefined;
}

export function withCell(
  content: BallotContent,
  cell: BallotCell,
  value: number | null,
): BallotContent {
  if (isFigure(cell)) return { ...content, figures: { ...content.figures, [cell]: value } };
  const [question, answer = ''] = cell.split('.');
  if (!isAnswer(answer)) return content;
  const answers = content.answers.map((one, at) =>
    at + 1 === Number(question) ? { ...one, [answer]: value } : one,
  );
  return { ...content, answers };
}

const values = (content: BallotContent): (number | null)[] => [
  ...ballotFigures.map((figure) => content.figures[figure]),
  ...content.answers.flatMap((answer) => ballotAnswers.map((one) => answer[one])),
];

export const isEmpty = (content: BallotContent) => values(content).every((one) => one === null);

/** Null while a figure is wanting. */
export function wholeContent(content: BallotContent): WholeContent | null {
  return values(content).some((one) => one === null) ? null : (content as WholeContent);
}

export interface BallotFault {
  cell: BallotCell;
  code: 'returnedOverIssued' | 'returnedSum' | 'gradesSum' | 'answersSum' | 'validOverReturned';
  message: Text;
}

/**
 * What doesn't add up: returned ≤ issued; valid + void = returned; all grades and no choice = valid; the
 * same for each question. What is wanting yet is no fault, but what is there may be one already.
 */
export function ballotFaults({ figures, answers }: BallotContent): BallotFault[] {
  const { issued, returned, valid, void: spoilt } = figures;
  const faults: BallotFault[] = [];
  if (issued !== null && returned !== null && returned > issued) {
    faults.push(overIssued(returned, issued));
  }
  if (returned !== null && valid !== null) {
    if (spoilt !== null && valid + spoilt !== returned) {
      faults.push(returnedSum(valid, spoilt, returned));
    } else if (valid > returned) faults.push(validOver(valid, returned));
  }
  const grades = sumOf(figures);
  if (valid !== null && grades !== null && grades !== valid) faults.push(gradesSum(grades, valid));
  for (const [at, answer] of answers.entries()) {
    const sum = sumOf(answer);
    if (valid !== null && sum !== null && sum !== valid)
      faults.push(answersSum(at + 1, sum, valid));
  }
  return faults;
}

/** Null while one of them is wanting. */
function sumOf(answer: BallotAnswerValues): number | null {
  let sum = 0;
  for (const key of ballotAnswers) {
    const value = answer[key];
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

/** How far a single count of a line is. */
export function contentState(content: BallotContent): 'empty' | 'partial' | 'wrong' | 'whole' {
  if (isEmpty(content)) return 'empty';
  if (ballotFaults(content).length > 0) return 'wrong';
  return wholeContent(content) === null ? 'partial' : 'whole';
}

/** The places in which two counts of a line differ. */
export function differingCells(one: BallotContent, other: BallotContent): BallotCell[] {
  return ballotCells(Math.max(one.answers.length, other.answers.length)).filter(
    (cell) => cellOf(one, cell) !== cellOf(other, cell),
  );
}

/** What there is of a line: the counts as entered, null where there is nothing; what holds. */
export interface CountedLine {
  first: BallotContent | null;
  second: BallotContent | null;
  final: WholeContent | null;
}

/**
 * How a line stands for one who looks: `own` is the count that is theirs where ballots are counted twice.
 * Before both counts were handed in, nothing of the other one shows in it.
 */
export function lineState(
  line: CountedLine,
  { twice, own, bothFinished }: { twice: boolean; own: 1 | 2 | null; bothFinished: boolean },
): BallotLineState {
  if (line.final) return 'final';
  if (bothFinished) {
    const [one, two] = [line.first, line.second];
    if (one && two && differingCells(one, two).length > 0) return 'differs';
    if ((one === null) !== (two === null)) return 'differs';
  }
  const seen = twice ? ofPass(line, own) : line.first;
  const state = seen ? contentState(seen) : 'empty';
  return state === 'whole' ? 'entered' : state;
}

function ofPass({ first, second }: CountedLine, pass: 1 | 2 | null): BallotContent | null {
  if (pass === null) return null;
  return pass === 1 ? first : second;
}

/** E2: a group's figures are shown from so many valid ballots on. */
export function isShown({ figures }: BallotContent, least: number): boolean {
  return figures.valid !== null && figures.valid >= least;
}

export interface ShownSums {
  /** Groups whose figures are in the sums, and those left out of them. */
  shown: number;
  hidden: number;
  /** Null where no group is shown. */
  content: WholeContent | null;
}

/**
 * The lines in force that may be shown, added up. A hidden line is in no sum, so that nobody finds it by
 * taking the shown ones away from the whole.
 */
export function shownSums(lines: readonly WholeContent[], least: number): ShownSums {
  const shown = lines.filter((line) => isShown(line, least));
  const [first, ...rest] = shown;
  return {
    shown: shown.length,
    hidden: lines.length - shown.length,
    content: first ? rest.reduce(added, first) : null,
  };
}

function added(one: WholeContent, other: WholeContent): WholeContent {
  const figures = { ...one.figures };
  for (const key of ballotFigures) figures[key] = one.figures[key] + other.figures[key];
  return { figures, answers: one.answers.map((answer, at) => addedAnswer(answer, other, at)) };
}

function addedAnswer(one: WholeAnswers, { answers }: WholeContent, at: number): WholeAnswers {
  const sum = { ...one };
  for (const key of ballotAnswers) sum[key] = one[key] + (answers[at]?.[key] ?? 0);
  return sum;
}

/** Tenths of a per cent, half up; null where there is nothing to divide by. */
export function tenthsOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part * 1000) / whole);
}

function overIssued(returned: number, issued: number): BallotFault {
  return {
    ...{ cell: 'returned', code: 'returnedOverIssued' },
    message: {
      zh: `收回${returned}张，多于发出的${issued}张。`,
      en: `${returned} returned are more than the ${issued} issued.`,
    },
  };
}

function validOver(valid: number, returned: number): BallotFault {
  return {
    ...{ cell: 'valid', code: 'validOverReturned' },
    message: {
      zh: `有效${valid}张，多于收回的${returned}张。`,
      en: `${valid} valid are more than the ${returned} returned.`,
    },
  };
}

function returnedSum(valid: number, spoilt: number, returned: number): BallotFault {
  return {
    ...{ cell: 'void', code: 'returnedSum' },
    message: {
      zh: `有效${valid}加废票${spoilt}是${valid + spoilt}张，收回${returned}张。`,
      en: `${valid} valid and ${spoilt} void make ${valid + spoilt}; ${returned} were returned.`,
    },
  };
}

function gradesSum(sum: number, valid: number): BallotFault {
  return {
    ...{ cell: 'valid', code: 'gradesSum' },
    message: {
      zh: `各等次加弃权是${sum}张，有效${valid}张。`,
      en: `All grades and those without a choice make ${sum}; ${valid} are valid.`,
    },
  };
}

function answersSum(question: number, sum: number, valid: number): BallotFault {
  return {
    ...{ cell: `${question}.first`, code: 'answersSum' },
    message: {
      zh: `第${question}题各项加弃权是${sum}张，有效${valid}张。`,
      en: `The answers to question ${question} make ${sum}; ${valid} are valid.`,
    },
  };
}
