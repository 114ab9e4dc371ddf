import { plainDateSchema } from '@xuanpai/contracts/values';
import { expect, test } from 'vitest';
import { handedAhead, handoverFaults, type KeptHandover, withLines } from './handover.ts';

const day = (text: string) => plainDateSchema.parse(text);
const line = (text: string, done = false) => ({ text, done });
const kept = (more: Partial<KeptHandover> = {}): KeptHandover => ({
  ...{ assignmentId: 'a', name: '甲某', startsOn: day('2015-06-01'), items: [], handedOn: null },
  ...{ version: 2, seen: 2, ...more },
});
const codes = (more: Partial<KeptHandover>, on = '2017-05-31', lines = [line('台账', true)]) =>
  handoverFaults(kept(more), lines, day(on)).map(({ code, path }) => `${path} ${code}`);

test('a list that is begun keeps its lines; what is handed over is ticked, what it lacks is added', () => {
  const own = [line('台账'), line('钥匙', true), line('欠条')];
  expect(withLines(own, [line('台账', true), line('钥匙'), line('资产', true)])).toEqual([
    ...[line('台账', true), line('钥匙', true), line('欠条'), line('资产', true)],
  ]);
});

test('each of several is named with what keeps it', () => {
  expect(codes({})).toEqual([]);
  expect(codes({ seen: 1 })).toEqual(['a changed']);
  expect(codes({ handedOn: day('2017-05-20') })).toEqual(['a handedOver']);
  expect(codes({}, '2015-05-31')).toEqual(['a beforeStart']);
  const many = Array.from({ length: 40 }, (_, at) => line(`第${at}项`));
  expect(codes({ items: many }, '2017-05-31', many)).toEqual([]);
  expect(codes({ items: many })).toEqual(['a tooMany']);
});

test('nothing is handed over on a day that hasn’t come', () => {
  expect(handedAhead(day('2017-06-01'), day('2017-05-31'))).toMatchObject([{ path: 'handedOn' }]);
  expect(handedAhead(day('2017-05-31'), day('2017-05-31'))).toEqual([]);
  expect(handedAhead(null, day('2017-05-31'))).toEqual([]);
});
