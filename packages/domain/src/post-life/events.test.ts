import type { AssignmentEventKind } from '@xuanpai/contracts/assignment-events';
import { expect, test } from 'vitest';
import { builtUpon, type PastEvent } from './events.ts';

const event = (
  seq: number,
  kind: AssignmentEventKind,
  more: Partial<PastEvent> = {},
): PastEvent => ({
  id: `${more.assignmentId ?? 'a'}${seq}`,
  assignmentId: 'a',
  madeId: null,
  undone: false,
  ...{ seq, kind },
  ...more,
});

test('a call back can’t be undone while somebody else was sent after it', () => {
  const withdrawn = event(1, 'withdrawn');
  const replaced = event(2, 'replaced', { madeId: 'b' });
  expect(builtUpon(withdrawn, [withdrawn, replaced])).toBe(replaced);
  expect(builtUpon(replaced, [withdrawn, replaced])).toBeNull();
  expect(builtUpon(withdrawn, [withdrawn, { ...replaced, undone: true }])).toBeNull();
});

test('nor can somebody be unsent to whom something has happened since', () => {
  const replaced = event(1, 'replaced', { madeId: 'b' });
  const arrived = event(1, 'reported', { assignmentId: 'b' });
  expect(builtUpon(replaced, [replaced, arrived])).toBe(arrived);
});

test('papers and arrivals stand for themselves', () => {
  const [appointed, reported] = [event(1, 'appointed'), event(2, 'reported')];
  const withdrawn = event(3, 'withdrawn');
  const all = [appointed, reported, withdrawn];
  expect(all.map((one) => builtUpon(one, all))).toEqual([null, null, null]);
});

test('the way back of the membership rests on the way there, and on the end of the post', () => {
  const [there, ended] = [event(1, 'membershipTransferred'), event(2, 'ended')];
  const back = event(3, 'membershipReturned');
  const all = [there, ended, back];
  expect(builtUpon(there, all)).toBe(back);
  expect(builtUpon(ended, all)).toBe(back);
  expect(builtUpon(there, [there, ended])).toBeNull();
});
