import type { Permission } from '@xuanpai/contracts/permissions';
import type { PlainDate } from '@xuanpai/contracts/values';
import { expect, test } from 'vitest';
import { waitingReports } from './waiting.ts';

const open = (key: string, toReport: number, toConfirm: number) => ({
  period: { key, endsOn: '2015-09-30' as PlainDate },
  dueOn: '2015-10-10' as PlainDate,
  ...{ toReport, toConfirm },
});
const may = (allowed: Permission) => (permission: Permission) => permission === allowed;

test('reports are the officer’s to make and the head’s to confirm, period by period', () => {
  const both = [open('2015Q3', 3, 0), open('2015Q4', 28, 2)];
  const codes = (allowed: Permission) =>
    waitingReports(both, may(allowed)).map(({ code, period, counts, dueOn }) => [
      ...[code, period, counts.villages, dueOn],
    ]);
  expect(codes('targets.report')).toEqual([
    ['reportTargets', '2015Q3', 3, '2015-10-10'],
    ['reportTargets', '2015Q4', 28, '2015-10-10'],
  ]);
  expect(codes('targets.confirm')).toEqual([['confirmTargets', '2015Q4', 2, '2015-10-10']]);
  expect(codes('targets.write')).toEqual([]);
});
