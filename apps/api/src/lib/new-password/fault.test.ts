import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../testing.ts';
import { passwordFault } from './fault.ts';

let office: TestApp;
beforeAll(async () => {
  office = await startTestApp('demo');
});
afterAll(() => office.close());

const holder = { username: 'wjg1984', name: '王建国' };
const faultOf = (password: string) => passwordFault(office.deps, password, holder);

test.each([
  'river-bank-east-7',
  '春风又绿江南岸明月何时',
  'k8;Lq2/pW0',
  'first-blue-river-1',
  'correct horse battery staple',
  'li-river-bank-east',
  '村口老槐树下三只鸡蛋',
  'k7mq-9xtd-w3hp',
])('%s counts', async (password) => {
  expect(await faultOf(password)).toBeNull();
});

test.each([
  ['k8;Lq2/pW', 'nine characters', /至少10个字符/],
  ['１２３４５６７８９０', 'digits in full width', /常见口令|连续/],
  ['aaaaaaaaaaaaaaaa', 'one letter repeated', /重复的字符/],
  ['password-123456', 'a usual word and a row of digits', /常见口令/],
  ['Passw0rd!2015', 'a usual word with a year', /常见口令/],
  ['woaini1314', 'a sentence of love', /常见口令/],
  ['woaini5201314', 'the same, longer', /常见口令/],
  ['a123456789', 'a letter and a row of digits', /常见口令|连续/],
  ['1qaz2wsx3edc', 'a walk over the keyboard', /常见口令|键盘/],
  ['xdr5tgbhu8', 'another walk', /键盘/],
  ['admin@123456', 'what every guesser tries', /常见口令/],
  ['Xuanpai@2015', 'the name of the system with a year', /常见口令/],
  ['diyishuji2015', 'the title of the post with a year', /常见口令/],
  ['zhengwang2015', 'a township of the district', /地名/],
  ['hedongqu2015', 'the district', /地名/],
  ['wjg1984wjg1984', 'the user name, twice', /用户名|重复/],
  ['WJG1984-123456', 'the user name in capitals', /用户名/],
  ['wangjianguo', 'the own name in letters', /用户名、姓名/],
  ['wangjianguo1984', 'the own name with a year', /用户名、姓名/],
  ['王建国王建国王建国王', 'the own name in characters', /用户名、姓名|重复/],
  ['19840512wang', 'a birthday and a surname', /日期/],
])('%s is refused: %s', async (password, _, said) => {
  expect((await faultOf(password))?.zh).toMatch(said);
});

test('what is said repeats no part of the password', async () => {
  const said = JSON.stringify(await faultOf('woaini1314'));
  expect(said).not.toMatch(/woaini|1314/);
});
