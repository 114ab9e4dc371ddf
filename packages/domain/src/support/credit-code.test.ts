import { expect, test } from 'vitest';
import { checkCreditCode } from './credit-code.ts';

/** The example of GB 32100-2015, and codes that companies print on their own pages. */
test.each([
  ['91350100M000100Y43', '91350100M000100Y43'],
  ['91330100799655058B', '91330100799655058B'],
  ['9144030071526726XG', '9144030071526726XG'],
  ['914403001922038216', '914403001922038216'],
  [' ９1350100-m000100 y43 ', '91350100M000100Y43'],
  ["'91350100M000100Y43", '91350100M000100Y43'],
])('%s is %s', (typed, creditCode) => {
  expect(checkCreditCode(typed)).toEqual({ ok: true, creditCode });
});

test.each([
  ['', 'length'],
  ['371312000012345', 'length'],
  ['91350100M000100Y433', 'length'],
  ['91350100I000100Y43', 'characters'],
  ['91350100O000100Y43', 'characters'],
  ['9135010XM000100Y43', 'characters'],
  ['91350100M000100Y44', 'checkCharacter'],
  // Two neighbours exchanged.
  ['91350100M000010Y43', 'checkCharacter'],
])('%s is refused for its %s', (typed, code) => {
  expect(checkCreditCode(typed)).toMatchObject({ ok: false, problem: { code } });
});

test('a wrong last character is told with the right one', () => {
  const check = checkCreditCode('91350100M000100Y4A');
  expect(check.ok ? '' : check.problem.zh).toContain('末位应为3，现为A');
});
