import { targetStatuses } from '@xuanpai/contracts/target-values';
import { expect, test } from 'vitest';
import { isReportEditable, targetActsFrom } from './acts.ts';

test('what can be done with a report, by its status', () => {
  expect(targetStatuses.map((status) => [status, targetActsFrom(status)])).toEqual([
    ['draft', ['submit']],
    ['submitted', ['withdraw', 'confirm', 'return']],
    ['returned', ['submit']],
    ['confirmed', ['reopen']],
  ]);
  expect(targetStatuses.filter(isReportEditable)).toEqual(['draft', 'returned']);
});
