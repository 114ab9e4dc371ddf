import type { BallotContent } from '@xuanpai/contracts/ballots';
import { describe, expect, test } from 'vitest';
import {
  ballotCells,
  ballotFaults,
  cellOf,
  contentState,
  differingCells,
  emptyContent,
  lineState,
  shownSums,
  tenthsOf,
  type WholeContent,
  wholeContent,
  withCell,
} from './ballots.ts';

/** issued, returned, valid, void, four grades, no choice. */
type Nine = [number, number, number, number, number, number, number, number, number];

function line(nine: Nine, answers: number[][] = []): WholeContent {
  const [issued, returned, valid, spoilt, first, second, third, fourth, abstained] = nine;
  return {
    figures: { issued, returned, valid, void: spoilt, first, second, third, fourth, abstained },
    answers: answers.map(([a = 0, b = 0, c = 0, d = 0, e = 0]) => ({
      ...{ first: a, second: b, third: c, fourth: d, abstained: e },
    })),
  };
}
const asContent = (content: WholeContent): BallotContent => ({
  figures: { ...content.figures },
  answers: content.answers.map((one) => ({ ...one })),
});
const good = line([21, 21, 20, 1, 16, 3, 1, 0, 0], [[15, 5, 0, 0, 0]]);

describe('what a line must add up to', () => {
  test('a whole line that does has no fault', () => {
    expect(ballotFaults(asContent(good))).toEqual([]);
    expect(contentState(asContent(good))).toBe('whole');
  });

  test.each<[string, Nine, number[], string[]]>([
    ['more returned than issued', [20, 21, 20, 1, 16, 3, 1, 0, 0], [20], ['returnedOverIssued']],
    ['valid and void short of returned', [21, 21, 19, 1, 16, 2, 1, 0, 0], [19], ['returnedSum']],
    ['valid and void over returned', [21, 21, 20, 2, 16, 3, 1, 0, 0], [20], ['returnedSum']],
    ['grades short of valid', [21, 21, 20, 1, 15, 3, 1, 0, 0], [20], ['gradesSum']],
    ['grades over valid', [21, 21, 20, 1, 16, 3, 1, 0, 1], [20], ['gradesSum']],
    ['answers short of valid', [21, 21, 20, 1, 16, 3, 1, 0, 0], [19], ['answersSum']],
    [
      'everything at once',
      [20, 21, 20, 2, 1, 0, 0, 0, 0],
      [1],
      ['returnedOverIssued', 'returnedSum', 'gradesSum', 'answersSum'],
    ],
  ])('%s', (_, nine, answers, codes) => {
    const faults = ballotFaults(asContent(line(nine, [answers])));
    expect(faults.map(({ code }) => code)).toEqual(codes);
  });

  test('two hundred ways of a sum that is off by one are each found', () => {
    let found = 0;
    for (let valid = 0; valid < 25; valid += 1) {
      const right = line([valid + 3, valid + 2, valid, 2, valid, 0, 0, 0, 0], [[0, valid]]);
      for (const cell of ballotCells(1)) {
        // One more issued is no fault: it stayed away.
        if (cell === 'issued') continue;
        const wrong = withCell(asContent(right), cell, (cellOf(asContent(right), cell) ?? 0) + 1);
        if (ballotFaults(wrong).length > 0 && contentState(wrong) === 'wrong') found += 1;
      }
    }
    expect(found).toBe(25 * 13);
  });

  test('figures that are wanting are no fault, wrong ones beside them are', () => {
    const begun = withCell(withCell(emptyContent(1), 'issued', 5), 'returned', 4);
    expect([contentState(emptyContent(1)), contentState(begun)]).toEqual(['empty', 'partial']);
    expect(contentState(withCell(begun, 'returned', 6))).toBe('wrong');
    expect(contentState(withCell(begun, 'valid', 5))).toBe('wrong');
    expect(wholeContent(begun)).toBeNull();
  });
});

describe('cells', () => {
  test('each is read and written by its name', () => {
    for (const [at, cell] of ballotCells(2).entries()) {
      const written = withCell(emptyContent(2), cell, at);
      expect(cellOf(written, cell), cell).toBe(at);
      expect(ballotCells(2).filter((one) => cellOf(written, one) !== null)).toEqual([cell]);
    }
    expect(cellOf(emptyContent(1), '2.first')).toBeUndefined();
    expect(cellOf(emptyContent(1), '1.valid')).toBeUndefined();
  });

  test('differences are named', () => {
    const other = withCell(withCell(asContent(good), 'first', 15), '1.second', 4);
    expect(differingCells(asContent(good), other)).toEqual(['first', '1.second']);
  });
});

describe('how a line stands', () => {
  const whole = asContent(good);
  const other = withCell(withCell(whole, 'first', 15), 'second', 4);
  const twice = { twice: true, bothFinished: false } as const;
  test.each<[string, Parameters<typeof lineState>, string]>([
    [
      'once, nothing',
      [
        { first: null, second: null, final: null },
        { twice: false, own: 1, bothFinished: false },
      ],
      'empty',
    ],
    [
      'once, in force',
      [
        { first: whole, second: null, final: good },
        { twice: false, own: 1, bothFinished: false },
      ],
      'final',
    ],
    [
      'the other’s count is nothing to me',
      [
        { first: whole, second: null, final: null },
        { ...twice, own: 2 },
      ],
      'empty',
    ],
    [
      'nor a difference from it',
      [
        { first: whole, second: other, final: null },
        { ...twice, own: 2 },
      ],
      'entered',
    ],
    [
      'nor to somebody without a count',
      [
        { first: whole, second: other, final: null },
        { ...twice, own: null },
      ],
      'empty',
    ],
    [
      'both handed in and different',
      [
        { first: whole, second: other, final: null },
        { twice: true, own: 2, bothFinished: true },
      ],
      'differs',
    ],
    [
      'both handed in, one without the line',
      [
        { first: whole, second: null, final: null },
        { twice: true, own: 2, bothFinished: true },
      ],
      'differs',
    ],
    [
      'settled',
      [
        { first: whole, second: other, final: good },
        { twice: true, own: 1, bothFinished: true },
      ],
      'final',
    ],
  ])('%s', (_, given, state) => {
    expect(lineState(...given)).toBe(state);
  });
});

describe('what is shown', () => {
  const committees = line([6, 6, 6, 0, 5, 1, 0, 0, 0]);
  const few = line([5, 5, 4, 1, 4, 0, 0, 0, 0]);
  const cadres = line([5, 5, 5, 0, 3, 2, 0, 0, 0]);

  test('a line from five valid ballots on, and sums of shown lines only', () => {
    expect(shownSums([committees, few, cadres], 5)).toEqual({
      ...{ shown: 2, hidden: 1, content: line([11, 11, 11, 0, 8, 3, 0, 0, 0]) },
    });
    expect(shownSums([few], 5)).toEqual({ shown: 0, hidden: 1, content: null });
  });

  test('whatever a hidden line says, no sum tells', () => {
    for (let first = 0; first <= 4; first += 1) {
      const hidden = line([5, 4, 4, 0, first, 4 - first, 0, 0, 0]);
      expect(shownSums([committees, hidden, cadres], 5)).toEqual(
        shownSums([committees, few, cadres], 5),
      );
    }
  });

  test('shares are rounded to a tenth of a per cent', () => {
    expect([tenthsOf(34, 43), tenthsOf(42, 43), tenthsOf(1, 3), tenthsOf(0, 0)]).toEqual([
      ...[791, 977, 333, null],
    ]);
  });
});
