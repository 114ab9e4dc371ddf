import type { TargetState } from '@xuanpai/contracts/target-values';
import { expect, test } from 'vitest';
import { aimState, aimsOf, standingOn } from './aims.ts';

test.each([
  [['reached', 'reached'], 'reached'],
  [['reached', 'notDue'], 'onCourse'],
  [['onCourse', 'notReported'], 'notReported'],
  [['notReported', 'behind', 'reached'], 'behind'],
  [['notDue', 'notDue'], 'notDue'],
  [[], 'notDue'],
] as [TargetState[], TargetState][])('%s is %s', (states, state) => {
  expect(aimState(states)).toBe(state);
});

test('of a yearly measure the year of the day counts, else the latest of which something is due', () => {
  const standings = [
    { year: 2015, state: 'reached' as const },
    { year: 2016, state: 'behind' as const },
    { year: 2017, state: 'notDue' as const },
  ];
  const of = (day: string) => standingOn(standings, day)?.year ?? null;
  expect(['2014-12-31', '2015-06-01', '2016-06-30', '2017-01-10'].map(of)).toEqual([
    null,
    2015,
    2016,
    2016,
  ]);
  expect(standingOn([{ year: 2015, state: 'notDue' as const }], '2015-07-01')?.year).toBe(2015);
  expect(standingOn([{ year: null, state: 'reached' as const }], '2016-06-30')?.state).toBe(
    'reached',
  );
});

test('a common measure stands in the aim of each family; aims without measures are left out', () => {
  const once = (state: TargetState) => [{ year: null, state }];
  const families = [
    {
      ...{ family: 'a', name: '四个好' },
      measures: [
        { key: 'election', aim: 1, aimName: '班子建设' },
        { key: 'park', aim: 2, aimName: '产业发展' },
      ],
    },
    {
      family: 'b',
      name: '四个新突破',
      measures: [{ key: 'election', aim: 4, aimName: '基层组织' }],
    },
  ];
  const measures = [{ key: 'election', standings: once('reached') }];
  expect(aimsOf(families, measures, '2016-06-30')).toMatchObject([
    { family: 'a', aim: 1, name: '班子建设', state: 'reached' },
    { family: 'b', familyName: '四个新突破', aim: 4, name: '基层组织' },
  ]);
});
