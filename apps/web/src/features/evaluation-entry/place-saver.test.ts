import { expect, test, vi } from 'vitest';
import { ApiProblem } from '../../lib/api-problem.ts';
import { type Edits, type Kept, placeSaver, shownEdits } from './place-saver.ts';

function saverWith(send: (edits: Edits) => Promise<void>) {
  const kept: (Kept | null)[] = [];
  const onChanged = vi.fn();
  const saver = placeSaver<void>({
    ...{ send, onSaved: () => {}, onChanged, keep: (one) => kept.push(one) },
  });
  const type = (place: string, is: number | null, was: number | null = null) =>
    saver.edit(new Map([[place, { was, is }]]));
  return { saver, kept, onChanged, type };
}

const changed = (path: string, is: string) =>
  new ApiProblem({
    ...{ code: 'cellsChanged', status: 409 },
    changes: [{ path, was: null, is, by: '某', at: null }],
  });

test('what is typed is gathered; the last of a place is sent, and nothing of what is taken back', async () => {
  const sent: [string, number | string | null][] = [];
  const { saver, type, kept } = saverWith(async (edits) => {
    for (const [place, { is }] of edits) sent.push([place, is]);
  });
  type('a', 1);
  type('b', 2);
  type('a', 3);
  type('c', 4);
  type('c', null);
  expect(await saver.flush()).toBe(true);
  expect(Object.fromEntries(sent)).toEqual({ a: 3, b: 2 });
  expect(kept.at(-1)).toBeNull();
});

test('a lost connection keeps what was typed, for the next page too', async () => {
  const { saver, type, kept } = saverWith(async () => {
    throw new ApiProblem({ code: 'internal', status: 503 });
  });
  type('a', 1);
  expect(await saver.flush()).toBe(false);
  expect(saver.state.get().problem).not.toBeNull();
  const left = kept.at(-1);
  expect(left?.waiting).toMatchObject([['a', { was: null, is: 1 }]]);
  const sent: Edits[] = [];
  const next = saverWith(async (edits) => void sent.push(edits));
  next.saver.restore(left as Kept);
  expect(await next.saver.flush()).toBe(true);
  expect(sent[0]?.get('a')).toMatchObject({ is: 1 });
});

test('what arrived although the answer was lost is no conflict', async () => {
  let turn = 0;
  const { saver, type } = saverWith(async () => {
    turn += 1;
    if (turn === 1) throw new ApiProblem({ code: 'internal', status: 503 });
    if (turn === 2) throw changed('a', '1');
  });
  type('a', 1);
  await saver.flush();
  type('a', 2);
  expect(await saver.flush()).toBe(true);
  expect(turn).toBe(3);
});

test('somebody else’s value waits for a decision; the rest is saved', async () => {
  const sent: Edits[] = [];
  const { saver, type, onChanged } = saverWith(async (edits) => {
    sent.push(edits);
    if (edits.has('a') && edits.get('a')?.was === null) throw changed('/a', '7');
  });
  type('a', 1);
  type('b', 2);
  expect(await saver.flush()).toBe(false);
  expect([...(sent[1]?.keys() ?? [])]).toEqual(['b']);
  expect(onChanged).toHaveBeenCalled();
  const state = saver.state.get();
  expect(state.conflicts.get('a')).toMatchObject({ theirs: 7, is: 1, by: '某' });
  expect(shownEdits(state).get('a')?.is).toBe(1);
  saver.settle(['a'], 'mine');
  expect(await saver.flush()).toBe(true);
  expect(sent.at(-1)?.get('a')).toMatchObject({ was: 7, is: 1 });
});

test('a refusal stands at its place, with the places below it', async () => {
  const { saver, type } = saverWith(async () => {
    throw new ApiProblem({
      ...{ code: 'invalid', status: 400 },
      errors: [{ path: 'p/g', code: 'x', message: '不行', basis: null, remedy: null }],
    });
  });
  type('p/g/first', 1);
  await saver.flush();
  expect(saver.state.get().conflicts.get('p/g/first')?.message).toBe('不行');
});
