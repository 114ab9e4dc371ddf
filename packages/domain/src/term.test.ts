import type { PlainDate } from '@xuanpai/contracts/values';
import { expect, test } from 'vitest';
import { policyOn } from './policy/policy.ts';
import { isFullTerm, termEnd } from './term.ts';

const day = (text: string) => text as PlainDate;
const policy = policyOn([], day('2015-04-24'));

test('D7: two years from 2015-06-01 end on 2017-05-31', () => {
  expect(termEnd(day('2015-06-01'), 2)).toBe('2017-05-31');
  expect(termEnd(day('2016-02-29'), 2)).toBe('2018-02-27');
});

test('D7: a term of another length is seen', () => {
  const term = (endsOn: string) => ({ startsOn: day('2015-06-01'), endsOn: day(endsOn) });
  expect(isFullTerm(term('2017-05-31'), policy)).toBe(true);
  expect(isFullTerm(term('2016-05-31'), policy)).toBe(false);
});
