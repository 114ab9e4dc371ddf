import { expect, test } from 'vitest';
import { lengthFault, longestPassword, shortestPassword } from './password.ts';

test.each([
  ['k8;Lq2/pW0', 'ten characters of all kinds'],
  ['aaaaaaaaaa', 'ten of one kind: no kind is asked for'],
  ['春风又绿江南岸明月何时', 'characters, not bytes'],
  ['five words and their spaces', 'a sentence'],
  ['x'.repeat(longestPassword), 'the longest'],
])('%s has a length that is taken: %s', (password) => {
  expect(lengthFault(password)).toBeNull();
});

test('the shortest length is the one that the page asks for', () => {
  const fault = lengthFault('x'.repeat(shortestPassword - 1));
  expect(fault?.zh).toContain('至少10个字符');
  expect(fault?.en).toContain('at least 10');
});

test('what is too long is said, not cut off', () => {
  expect(lengthFault('x'.repeat(longestPassword + 1))?.zh).toContain('最多128个字符');
});
