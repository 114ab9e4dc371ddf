import { expect, test } from 'vitest';
import { releaseStartMemory } from './start-memory.ts';

test('what nobody holds any more is given back', async () => {
  let held: object | null = { of: 'the start' };
  const seen = new WeakRef(held);
  held = null;
  await new Promise(setImmediate);
  await releaseStartMemory();
  expect(seen.deref()).toBeUndefined();
});
