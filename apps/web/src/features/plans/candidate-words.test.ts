import type { Candidate } from '@xuanpai/contracts/plan-moves';
import { expect, test } from 'vitest';
import { place } from '../../locales/zh/place.ts';
import { effectText } from './candidate-words.ts';

const candidate: Candidate = {
  cadreId: 'a',
  currentPlaceId: 'elsewhere',
  change: -24,
  here: 66,
  there: -90,
  pairs: 0,
  findings: [],
};
const words = (changes: Partial<Candidate>, holder: string | null = '毛琳辉') =>
  effectText({ ...candidate, ...changes }, holder, place);

test('an exchange that is better here and worse there says so', () => {
  expect(words({})).toBe('这里更合，原村失分');
});

test('pairs of one unit are said before anything else', () => {
  expect(words({ pairs: 1 })).toBe('成为同单位1对');
  expect(words({ pairs: -2 })).toBe('拆开同单位2对');
});

test('somebody without a place fills an empty one, or replaces its holder', () => {
  expect(words({ currentPlaceId: null, there: null }, null)).toBe('补上空岗');
  expect(words({ currentPlaceId: null, there: null })).toBe('换下毛琳辉');
});

test('a change that lies in neither village lies with the units’ townships', () => {
  expect(words({ here: 0, there: 0, change: -25 })).toBe('单位分散到更多镇街');
  expect(words({ here: 0, there: 0, change: 0 })).toBe('并列最优');
});
