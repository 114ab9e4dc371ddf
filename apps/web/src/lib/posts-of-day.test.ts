import type { Batch } from '@xuanpai/contracts/batches';
import { expect, test } from 'vitest';
import { postsOfDay } from './posts-of-day.ts';

const batch: Batch = {
  id: '01900000-0000-7000-8000-000000000001',
  name: '第二批',
  date: '2015-05-25',
  startsOn: '2015-06-01',
  endsOn: '2017-05-31',
  issuedPlanId: null,
  documentNumber: null,
  closedOn: null,
  version: 1,
};

test('in the term a day shows the posts held on it, before it all that will be', () => {
  expect(postsOfDay(batch, '2015-05-31')).toEqual({ batchId: batch.id });
  expect(postsOfDay(batch, '2015-06-01')).toEqual({ batchId: batch.id, on: '2015-06-01' });
  expect(postsOfDay(batch, '2017-06-01')).toEqual({ batchId: batch.id, on: '2017-06-01' });
});
