import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiProblem } from '../api-problem.ts';
import { type Edit, type Edits, firstPlaces, type Value } from './edits.ts';
import { type Kept, placeSaver, shownEdits } from './place-saver.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const cell = (day: string, was: Value, is: Value): [string, Edit] => [`a/${day}`, { was, is }];

function setup(answer: (edits: Edits, times: number) => unknown) {
  const sent: [string, Edit][][] = [];
  const saved: unknown[] = [];
  let kept: Kept | null = null;
  const onChanged = vi.fn();
  const placed = placeSaver<unknown>({
    firstOf: (waiting) => firstPlaces(waiting, 2000),
    send: async (edits) => {
      sent.push([...edits]);
      const reply = await answer(edits, sent.length);
      if (reply instanceof Error) throw reply;
      return reply;
    },
    onSaved: (reply) => saved.push(reply),
    onChanged,
    keep: (next) => {
      kept = next;
    },
  });
  const saver = { ...placed, edit: (edits: [string, Edit][]) => placed.edit(new Map(edits)) };
  return { saver, sent, saved, onChanged, kept: () => kept };
}

const changed = (path: string, is: string | null) =>
  new ApiProblem({
    code: 'cellsChanged',
    status: 409,
    errors: [{ path, code: 'cellsChanged', message: '', basis: null, remedy: null }],
    changes: [{ path, was: null, is, by: '李明', at: '2015-06-30T01:00:00.000Z' }],
  });

test('what is typed goes in one request after a moment, and is kept until it is saved', async () => {
  const { saver, sent, saved, kept } = setup(() => 'ok');
  saver.edit([cell('01', null, 'village')]);
  saver.edit([cell('02', null, 'office')]);
  expect(kept()?.waiting).toHaveLength(2);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(400);
  expect(sent).toEqual([[cell('01', null, 'village'), cell('02', null, 'office')]]);
  expect(saved).toEqual(['ok']);
  expect(kept()).toBeNull();
  expect(shownEdits(saver.state.get()).size).toBe(0);
});

test('a cell typed twice goes once; typed back, not at all', async () => {
  const { saver, sent } = setup(() => 'ok');
  saver.edit([cell('01', null, 'village')]);
  saver.edit([cell('01', 'village', 'office')]);
  saver.edit([cell('02', 'rest', 'village')]);
  saver.edit([cell('02', 'village', 'rest')]);
  await vi.advanceTimersByTimeAsync(400);
  expect(sent).toEqual([[cell('01', null, 'office')]]);
});

test('one request at a time: what is typed meanwhile follows, on what was sent', async () => {
  let arrive = (_: unknown) => {};
  const { saver, sent } = setup((_, times) =>
    times === 1 ? new Promise((resolve) => (arrive = resolve)) : 'ok',
  );
  saver.edit([cell('01', null, 'village')]);
  await vi.advanceTimersByTimeAsync(400);
  saver.edit([cell('01', 'village', 'office')]);
  await vi.advanceTimersByTimeAsync(2000);
  expect(sent).toHaveLength(1);
  expect(shownEdits(saver.state.get()).get('a/01')?.is).toBe('office');
  arrive('ok');
  await vi.advanceTimersByTimeAsync(400);
  expect(sent[1]).toEqual([cell('01', 'village', 'office')]);
});

test('a cell that somebody else changed waits for a decision, the rest is saved', async () => {
  const { saver, sent, onChanged } = setup((edits) =>
    edits.has('a/01') && edits.get('a/01')?.was === null ? changed('a/01', 'office') : 'ok',
  );
  saver.edit([cell('01', null, 'village'), cell('02', null, 'village')]);
  await vi.advanceTimersByTimeAsync(400);
  expect(sent[1]).toEqual([cell('02', null, 'village')]);
  expect(onChanged).toHaveBeenCalledTimes(1);
  expect(saver.state.get().conflicts.get('a/01')).toMatchObject({ theirs: 'office', by: '李明' });
  // Mine stays to be seen until then.
  expect(shownEdits(saver.state.get()).get('a/01')?.is).toBe('village');
  saver.settle(['a/01'], 'mine');
  await vi.advanceTimersByTimeAsync(400);
  expect(sent[2]).toEqual([cell('01', 'office', 'village')]);
  expect(saver.state.get().conflicts.size).toBe(0);
});

test('taking theirs drops mine; typing there again writes over theirs', async () => {
  const { saver, sent } = setup((edits) =>
    edits.get('a/01')?.was === null ? changed('a/01', 'office') : 'ok',
  );
  saver.edit([cell('01', null, 'village')]);
  await vi.advanceTimersByTimeAsync(400);
  saver.settle(['a/01'], 'theirs');
  expect(shownEdits(saver.state.get()).size).toBe(0);
  saver.edit([cell('01', null, 'village')]);
  await vi.advanceTimersByTimeAsync(400);
  saver.edit([cell('01', 'village', 'training')]);
  await vi.advanceTimersByTimeAsync(400);
  expect(sent.at(-1)).toEqual([cell('01', 'office', 'training')]);
});

test('many are decided at once', async () => {
  const { saver, sent } = setup((edits, times) =>
    times > 1
      ? 'ok'
      : new ApiProblem({
          code: 'cellsChanged',
          status: 409,
          changes: [...edits.keys()].map((path) => ({
            path,
            was: null,
            is: 'office',
            by: null,
            at: null,
          })),
        }),
  );
  saver.edit([cell('01', null, 'village'), cell('02', null, 'village'), cell('03', null, 'rest')]);
  await vi.advanceTimersByTimeAsync(400);
  expect(saver.state.get().conflicts.size).toBe(3);
  saver.settle(['a/03'], 'theirs');
  saver.settle(['a/01', 'a/02'], 'mine');
  await vi.advanceTimersByTimeAsync(400);
  expect(sent.at(-1)).toEqual([cell('01', 'office', 'village'), cell('02', 'office', 'village')]);
  expect(saver.state.get().conflicts.size).toBe(0);
});

test('somebody else who wrote the same is no conflict', async () => {
  const { saver, sent } = setup(() => changed('a/01', 'village'));
  saver.edit([cell('01', null, 'village')]);
  await vi.advanceTimersByTimeAsync(400);
  expect(sent).toHaveLength(1);
  expect(shownEdits(saver.state.get()).size).toBe(0);
});

test('after a lost answer its own values are no conflict, also over a reload', async () => {
  const lost = setup(() => new ApiProblem({ code: 'network', status: 0 }));
  lost.saver.edit([cell('01', null, 'village')]);
  await vi.advanceTimersByTimeAsync(400);
  expect(lost.saver.state.get().problem?.code).toBe('network');
  lost.saver.edit([cell('01', 'village', 'office')]);
  const kept = lost.kept();
  if (!kept) throw new Error('nothing kept');
  const {
    saver,
    sent,
    kept: left,
  } = setup((edits) => (edits.get('a/01')?.was === null ? changed('a/01', 'village') : 'ok'));
  saver.restore(JSON.parse(JSON.stringify(kept)));
  await vi.advanceTimersByTimeAsync(400);
  expect(sent[1]?.[0]?.[1]).toMatchObject({ was: 'village', is: 'office' });
  expect(left()).toBeNull();
});

test('a place that is refused is set apart with the reason, the rest is saved', async () => {
  const { saver, sent } = setup((edits) =>
    edits.has('a/01')
      ? new ApiProblem({
          code: 'ruleViolated',
          status: 422,
          errors: [{ path: 'a/01', code: 'closed', message: '不在任', basis: null, remedy: null }],
        })
      : 'ok',
  );
  saver.edit([cell('01', null, 'village'), cell('02', null, 'village')]);
  await vi.advanceTimersByTimeAsync(400);
  expect(sent[1]).toEqual([cell('02', null, 'village')]);
  expect(saver.state.get().conflicts.get('a/01')?.message).toBe('不在任');
});

test('what concerns no place holds everything until the person decides', async () => {
  let open = false;
  const { saver, sent, kept, onChanged } = setup(() =>
    open ? 'ok' : new ApiProblem({ code: 'conflict', status: 409, detail: '已经报送' }),
  );
  saver.edit([cell('01', null, 'village')]);
  await vi.advanceTimersByTimeAsync(5000);
  expect(sent).toHaveLength(1);
  expect(kept()?.waiting).toHaveLength(1);
  open = true;
  saver.retry();
  await vi.advanceTimersByTimeAsync(0);
  expect(kept()).toBeNull();
  open = false;
  saver.edit([cell('02', null, 'village')]);
  expect(await saver.flush()).toBe(false);
  saver.discard();
  expect(kept()).toBeNull();
  expect(onChanged).toHaveBeenCalled();
});

test('flush sends at once and says whether all is there', async () => {
  const { saver, sent } = setup(() => 'ok');
  saver.edit([cell('01', null, 'village')]);
  expect(await saver.flush()).toBe(true);
  expect(sent).toHaveLength(1);
  expect(await saver.flush()).toBe(true);
  expect(sent).toHaveLength(1);
});

test('numbers are told from the text of what somebody else wrote', async () => {
  const { saver } = setup(() => changed('/a/01', '7'));
  saver.edit([cell('01', null, 1)]);
  expect(await saver.flush()).toBe(false);
  expect(saver.state.get().conflicts.get('a/01')).toMatchObject({ theirs: 7, is: 1 });
});

test('a refusal stands at the places below it', async () => {
  const { saver } = setup(
    () =>
      new ApiProblem({
        ...{ code: 'invalid', status: 400 },
        errors: [{ path: 'a/01', code: 'x', message: '不行', basis: null, remedy: null }],
      }),
  );
  saver.edit([['a/01/note', { was: null, is: '开会' }]]);
  await saver.flush();
  expect(saver.state.get().conflicts.get('a/01/note')?.message).toBe('不行');
});

test('what one request does not take follows in the next', async () => {
  const { saver, sent } = setup(() => 'ok');
  saver.edit(Array.from({ length: 2001 }, (_, at) => cell(String(at), null, at)));
  expect(await saver.flush()).toBe(true);
  expect(sent.map((edits) => edits.length)).toEqual([2000, 1]);
});
