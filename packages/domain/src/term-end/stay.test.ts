import { plainDateSchema } from '@xuanpai/contracts/values';
import { expect, test } from 'vitest';
import { policyOn, policyWith } from '../policy/policy.ts';
import { lastDayOf, type Proposed, stayFaults } from './stay.ts';

const day = (text: string) => plainDateSchema.parse(text);
const end = day('2017-05-31');
const policy = policyOn([], end);
const staying = (until?: string): Proposed => ({
  ...{ outcome: 'stay', remaining: '建成综合服务中心' },
  ...(until ? { stayUntil: day(until) } : {}),
});

test.each([
  [{ outcome: 'commend' }, 'cadre', []],
  [{ outcome: 'commend', stayUntil: day('2017-11-30') }, 'cadre', ['notStaying']],
  [{ outcome: 'ordinary', remaining: '未完成' }, 'unit', ['notStaying']],
  [{ outcome: 'stay' }, 'cadre', ['required', 'notAfterEnd']],
  [{ outcome: 'stay' }, 'unit', ['required']],
  [staying(), 'unit', []],
  [staying('2017-05-31'), 'cadre', ['notAfterEnd']],
  [staying('2017-05-31'), 'unit', ['notAfterEnd']],
  [staying('2017-06-01'), 'cadre', []],
  // Two years are a term of the notice.
  [staying('2019-05-31'), 'cadre', []],
  [staying('2019-06-01'), 'cadre', ['tooLate']],
  [staying('2100-12-31'), 'unit', ['tooLate']],
] as const)('%o of a %s: %o', (proposed, of, codes) => {
  expect(stayFaults(proposed, of, end, policy).map(({ code }) => code)).toEqual(codes);
});

test('the longest is the policy’s term, told with its day', () => {
  const short = policyWith(policy, { 'dispatch.termYears': 1 });
  expect(stayFaults(staying('2018-05-31'), 'cadre', end, short)).toEqual([]);
  expect(stayFaults(staying('2018-06-01'), 'cadre', end, short)).toMatchObject([
    { path: 'stayUntil', message: { zh: expect.stringContaining('2018-05-31') } },
  ]);
});

test.each([
  // The post's last day, decided on, the last day then; the batch's is 2017-05-31.
  ['2017-05-31', '2017-05-10', '2017-05-31'],
  ['2017-11-30', '2017-05-10', '2017-05-31'],
  ['2017-11-30', '2017-08-21', '2017-08-21'],
  ['2017-11-30', '2018-01-05', '2017-11-30'],
])('who has the post until %s and is released on %s leaves on %s', (endsOn, on, last) => {
  const term = { endsOn: day(endsOn), batchEndsOn: day('2017-05-31') };
  expect(lastDayOf(term, day(on))).toBe(last);
});
