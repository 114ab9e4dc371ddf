import { expect, test } from 'vitest';
import { type DoneByEdition, redoOf } from './redo.ts';

const nothing: DoneByEdition = {
  ...{ edition: 2, told: [], form: [], file: [], feedback: [] },
  ...{ oldLetters: false, lostBenefit: false },
};

test.each<[Partial<DoneByEdition>, string[]]>([
  [{}, []],
  [{ edition: 1, told: [1], oldLetters: true }, []],
  [{ told: [1], form: [1], file: [1], feedback: [1] }, ['told', 'form', 'file', 'feedback']],
  [{ told: [1, 2], form: [1] }, ['form']],
  [{ edition: 3, told: [1, 2] }, ['told']],
  [{ oldLetters: true, lostBenefit: true }, ['letters', 'benefits']],
])('%j: %j', (given, redo) => {
  expect(redoOf({ ...nothing, ...given })).toEqual(redo);
});
