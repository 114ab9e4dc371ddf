import { beforeAll, expect, test } from 'vitest';
import { loadDictionary } from '../../locales/use-text.ts';
import { show } from '../../ui/testing.tsx';
import { ChainResult } from './chain-result.tsx';

beforeAll(loadDictionary);

const lastHash = 'bd53de656e642e04'.repeat(4);
const verifiedAt = '2015-04-24T01:26:00.000Z';

test('a sound chain says how many entries, and what to note of the last one', () => {
  const state = { entries: 1234, firstBroken: null, lastHash, verifiedAt };
  const box = show(<ChainResult state={state} error={null} />);
  expect(box.textContent).toContain('核验1,234条，条条相接，没有改动。');
  expect(box.textContent).toContain('第1234条的校验值');
  expect(box.textContent).toContain(lastHash.slice(0, 16));
});

test('a broken chain names the first entry, and what to do', () => {
  const state = { entries: 56, firstBroken: 57, lastHash, verifiedAt };
  const box = show(<ChainResult state={state} error={null} />);
  expect(box.textContent).toBe('第57条被改动或缺失；之前56条相接。请保全数据库并报告。');
});

test('before it was verified there is nothing to say', () => {
  expect(show(<ChainResult state={null} error={null} />).textContent).toBe('');
});
