import { plainDateSchema } from '@xuanpai/contracts/values';
import { describe, expect, test } from 'vitest';
import { policyOn } from '../policy/policy.ts';
import { extendFaults, factFaults, leaveFaults, type PostFacts, whyBlocked } from './acts.ts';

const day = (text: string) => plainDateSchema.parse(text);
const today = day('2016-03-10');
const policy = policyOn([], today);
const post: PostFacts = {
  cadreName: '卢波军',
  tier: 'district',
  startsOn: day('2015-06-01'),
  endsOn: day('2017-05-31'),
  state: 'inForce',
  events: [],
};
const after = (kind: PostFacts['events'][number]['kind'], date: string): PostFacts => ({
  ...post,
  events: [{ kind, date: day(date) }],
});
const blocked = (facts: PostFacts, on = today) =>
  (['replace', 'withdraw', 'exchange', 'extend', 'end'] as const).filter(
    (act) => whyBlocked(facts, act, on, policy) !== null,
  );

describe('which acts are open', () => {
  test('in the middle of the term everything but its end', () => {
    expect(blocked(post)).toEqual(['end']);
    expect(whyBlocked(post, 'end', today, policy)?.zh).toContain('90天');
    expect(blocked(post, day('2017-03-02'))).toEqual([]);
  });

  test('after a call back somebody can still be sent, and nothing else', () => {
    expect(blocked(after('withdrawn', '2016-03-01'))).toEqual([
      'withdraw',
      'exchange',
      'extend',
      'end',
    ]);
  });

  test('whoever was replaced, or whose term is closed, is left as they are', () => {
    for (const kind of ['replaced', 'exchanged', 'ended'] as const) {
      expect(blocked(after(kind, '2016-03-01'))).toHaveLength(5);
    }
  });

  test('after the last day a term can be closed or extended, but nobody replaced', () => {
    expect(blocked(post, day('2017-06-05'))).toEqual(['replace', 'withdraw', 'exchange']);
  });

  test('a membership is moved for district cadres, and back only once it was moved', () => {
    const township: PostFacts = { ...post, tier: 'township' };
    expect(whyBlocked(township, 'membershipTransferred', today, policy)).not.toBeNull();
    expect(whyBlocked(post, 'membershipTransferred', today, policy)).toBeNull();
    expect(whyBlocked(post, 'membershipReturned', today, policy)).not.toBeNull();
    const moved = after('membershipTransferred', '2015-06-10');
    expect(whyBlocked(moved, 'membershipReturned', today, policy)).toBeNull();
  });
});

describe('days', () => {
  const codes = (from: string, facts = post, lateReason: string | null = null) =>
    leaveFaults(facts, { from: day(from), lateReason }, today, policy).map(({ code }) => code);

  test('somebody leaves within the term', () => {
    expect(codes('2016-03-31')).toEqual([]);
    expect(codes('2017-06-01')).toEqual(['outsideTerm']);
    expect(codes('2015-05-31', post, '补录')).toEqual(['outsideTerm']);
  });

  test('a past month wants an explanation, this month doesn’t', () => {
    expect(codes('2016-03-01')).toEqual([]);
    expect(codes('2016-02-29')).toEqual(['lateReasonMissing']);
    expect(codes('2016-02-29', post, '文件晚到')).toEqual([]);
  });

  test('not before an arrival that is on record', () => {
    const there = after('reported', '2016-03-05');
    expect(codes('2016-03-05', there)).toEqual(['reportedLater']);
    expect(codes('2016-03-06', there)).toEqual([]);
  });

  test('an extension is later than the last day, with the clause of S4', () => {
    expect(extendFaults(post, day('2017-06-01'), policy)).toEqual([]);
    expect(extendFaults(post, day('2019-05-31'), policy)).toEqual([]);
    expect(extendFaults(post, day('2019-06-01'), policy)).toMatchObject([
      { path: 'until', code: 'tooLate', basis: { kind: 'reading' } },
    ]);
    expect(extendFaults(post, day('2017-05-31'), policy)).toMatchObject([
      { code: 'notLater', basis: { kind: 'notice', source: '五、四' } },
    ]);
  });

  test('what is noted has happened', () => {
    expect(factFaults(post, 'reported', day('2016-03-11'), today)).toMatchObject([
      { code: 'dateInFuture' },
    ]);
    expect(factFaults(post, 'reported', day('2015-06-01'), today)).toEqual([]);
  });
});
