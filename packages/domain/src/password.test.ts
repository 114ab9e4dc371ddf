import { describe, expect, test } from 'vitest';
import { passwordFault, shortestPassword } from './password.ts';

describe('a password that counts', () => {
  test.each([
    'river-bank-east-7',
    '春风又绿江南岸明月何时',
    'k8;Lq2/pW0',
    'first-blue-river-1',
    'correct horse battery staple',
  ])('%s', (password) => {
    expect(passwordFault(password, 'wang')).toBeNull();
  });
});

describe('a password that is too short or easy to guess', () => {
  test.each([
    ['k8;Lq2/pW', 'nine characters'],
    ['１２３４５６７８９０', 'digits in full width'],
    ['aaaaaaaaaaaaaaaa', 'one letter repeated'],
    ['password-123456', 'a usual word and a row of digits'],
    ['Passw0rd!2015', 'a usual word with a year'],
    ['wangwangwang', 'the user name, thrice'],
    ['WANG-12345678', 'the user name in capitals'],
    ['admin123456', 'what every guesser tries'],
  ])('%s: %s', (password) => {
    expect(passwordFault(password, 'wang')?.zh).toMatch(/。$/);
  });
});

test('the shortest length is the one that the page asks for', () => {
  expect(passwordFault('x'.repeat(shortestPassword - 1), 'wang')?.en).toContain('at least 10');
});

test('a user name that is itself short takes little away', () => {
  expect(passwordFault('li-river-bank-east', 'li')).toBeNull();
});
