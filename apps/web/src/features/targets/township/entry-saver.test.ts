import type { TargetChange } from '@xuanpai/contracts/target-reports';
import { expect, test, vi } from 'vitest';
import { ApiProblem } from '../../../lib/api-problem.ts';
import { type Entry, entrySaver } from './entry-saver.ts';

const entry = (measureKey: string, value: string | null): Entry => ({
  ...{ villageId: 'v', measureKey, value },
});

function saverWith(send: (changes: TargetChange[]) => Promise<void>) {
  const refresh = vi.fn(async () => {});
  const saver = entrySaver({
    changeOf: ({ villageId, measureKey, value }) => ({
      ...{ villageId, measureKey, was: null },
      is: { value, answer: null, note: null },
    }),
    send,
    refresh,
  });
  return { saver, refresh };
}

test('what is typed is gathered, and the last of a cell is sent', async () => {
  const sent: TargetChange[][] = [];
  const { saver } = saverWith(async (changes) => void sent.push(changes));
  saver.write([entry('a', '1'), entry('b', '2')]);
  saver.write([entry('a', '3')]);
  expect(await saver.flush()).toBe(true);
  expect(sent.map((all) => all.map(({ measureKey, is }) => [measureKey, is?.value]))).toEqual([
    [
      ['a', '3'],
      ['b', '2'],
    ],
  ]);
});

test('what somebody else wrote stands, the rest is sent again', async () => {
  let first = true;
  const sent: string[][] = [];
  const { saver, refresh } = saverWith(async (changes) => {
    sent.push(changes.map(({ measureKey }) => measureKey));
    if (!first) return;
    first = false;
    const changed = [{ path: 'v/a', was: null, is: '9', by: '某', at: null }];
    throw new ApiProblem({ code: 'cellsChanged', status: 409, changes: changed });
  });
  saver.write([entry('a', '1'), entry('b', '2')]);
  expect(await saver.flush()).toBe(true);
  expect(sent).toEqual([['a', 'b'], ['b']]);
  expect(saver.state.get().lost).toEqual(['v/a']);
  expect(refresh).toHaveBeenCalledOnce();
});

test('a refusal keeps what was typed until it is tried again or given up', async () => {
  let refuses = true;
  const { saver } = saverWith(async () => {
    if (refuses) throw new ApiProblem({ code: 'invalid', status: 400 });
  });
  saver.write([entry('a', '1')]);
  expect(await saver.flush()).toBe(false);
  expect([...saver.state.get().waiting.keys()]).toEqual(['v/a']);
  refuses = false;
  saver.retry();
  expect(await saver.flush()).toBe(true);
});
