import { expect, test } from 'vitest';
import { bandText, shareBand, shareText } from './report-words.ts';

test('a band of age names its ends, or the one that it has', () => {
  expect(bandText({ from: null, to: 30 })).toBe('≤30');
  expect(bandText({ from: 31, to: 35 })).toBe('31–35');
  expect(bandText({ from: 41, to: null })).toBe('≥41');
});

test('shares are whole per cent', () => {
  expect(shareText(0.746)).toBe('75%');
  expect(shareText(null)).toBe('–');
  expect(shareBand({ from: 0.6, to: 0.8, district: 1, township: 2 })).toBe('60%–80%');
});
