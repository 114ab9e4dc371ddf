import type { PlainDate } from '@xuanpai/contracts/values';
import { describe, expect, test } from 'vitest';
import { isPlaceable, judge, type Nominee } from './eligibility.ts';
import { type PolicySetting, policyOn } from './policy/policy.ts';
import { templateOf } from './policy/template.ts';

const day = (text: string) => text as PlainDate;
const batchDate = day('2015-04-24');
const policy = policyOn([], batchDate);

const officeCadre: Nominee = {
  tier: 'township',
  category: 'officeCadre',
  rank: 'clerk',
  bornOn: day('1989-10-01'),
  politicalStatus: '中共党员',
  joinedOn: day('2011-11-01'),
  fullMemberOn: day('2012-11-01'),
  acceptedReason: null,
};
const judged = (change: Partial<Nominee>, on = batchDate) =>
  judge({ ...officeCadre, ...change }, policy, on);
const codes = (change: Partial<Nominee>) => judged(change).findings.map(({ code }) => code);

function changed(key: PolicySetting['key'], change: Partial<PolicySetting>) {
  const { value, basis, inclusive = null } = templateOf(key);
  const effectiveFrom = day('2015-01-01');
  return policyOn(
    [{ key, value, basis, inclusive, setAt: '2015', effectiveFrom, ...change }],
    batchDate,
  );
}

describe('D5: full Party member, without exception', () => {
  test('a full member before the batch’s date is eligible', () => {
    expect(judged({})).toMatchObject({ judgement: 'eligible', findings: [], age: 25 });
  });

  test('without a date, joining + one year is presumed, may be placed, and waits for the unit', () => {
    const { judgement, findings, presumedFullMemberOn } = judged({ fullMemberOn: null });
    expect(judgement).toBe('eligible');
    expect(presumedFullMemberOn).toBe('2012-11-01');
    expect(findings).toMatchObject([
      { code: 'membershipPresumed', weight: 'mark', basis: { kind: 'national' } },
    ]);
  });

  test('the presumed year ends on the day itself: 2014-04-24 is full on 2015-04-24, 2014-04-25 is not', () => {
    const joined = (on: string) => judged({ joinedOn: day(on), fullMemberOn: null }).judgement;
    expect(joined('2014-04-24')).toBe('eligible');
    expect(joined('2014-04-25')).toBe('notEligible');
  });

  test('who joined in May 2014 is one month short on the date of the notice', () => {
    const { judgement, findings } = judged({ joinedOn: day('2014-05-01'), fullMemberOn: null });
    expect(judgement).toBe('notEligible');
    expect(findings).toEqual([
      {
        code: 'notYetFullMember',
        weight: 'blocks',
        facts: {
          joinedOn: '2014-05-01',
          presumedOn: '2015-05-01',
          months: 12,
          on: '2015-04-24',
          monthsShort: 1,
          daysShort: 7,
        },
        basis: { kind: 'notice', source: '二（三）' },
      },
    ]);
  });

  test('the same person is eligible when judged again a month later, at issue', () => {
    const later = judged({ joinedOn: day('2014-05-01'), fullMemberOn: null }, day('2015-05-20'));
    expect(later.judgement).toBe('eligible');
  });

  test('a joining date after the batch’s date blocks, whatever else is entered', () => {
    expect(codes({ joinedOn: day('2016-11-01') })).toEqual(['joinedAfterBatch']);
  });

  test('a date of full membership after the batch’s date blocks', () => {
    expect(codes({ fullMemberOn: day('2015-04-25') })).toEqual(['fullMemberAfterBatch']);
    expect(codes({ fullMemberOn: batchDate })).toEqual([]);
  });

  test('a planner’s reason waives nothing of it', () => {
    const change = { joinedOn: day('2014-05-01'), fullMemberOn: null, acceptedReason: '表现突出' };
    expect(judged(change).judgement).toBe('notEligible');
  });

  test.each(['群众', '共青团员', '民盟盟员'])('%s is no Party member', (politicalStatus) => {
    expect(codes({ politicalStatus })).toEqual(['notPartyMember']);
  });

  test.each(['中共党员', '党员', '中共正式党员', '中 共 党员', null])(
    '%s counts as a Party member, and the dates decide',
    (politicalStatus) => expect(codes({ politicalStatus })).toEqual([]),
  );

  test('a probationary member is blocked until the file has the date of full membership', () => {
    const politicalStatus = '中共预备党员';
    expect(codes({ politicalStatus, fullMemberOn: null })).toEqual(['probationary']);
    expect(codes({ politicalStatus, fullMemberOn: null, joinedOn: null })).toEqual([
      'probationary',
    ]);
    expect(codes({ politicalStatus })).toEqual([]);
  });

  test('with neither date the file has to say, and nobody is placed meanwhile', () => {
    const { judgement, findings } = judged({ joinedOn: null, fullMemberOn: null });
    expect(judgement).toBe('toVerify');
    expect(findings).toMatchObject([{ code: 'joinedUnknown', weight: 'verify' }]);
    expect(isPlaceable(judgement)).toBe(false);
  });

  test('full membership sooner than a year after joining is marked for a check', () => {
    const { judgement, findings } = judged({ fullMemberOn: day('2012-10-01') });
    expect(judgement).toBe('eligible');
    expect(findings).toMatchObject([{ code: 'probationShort', weight: 'mark' }]);
  });
});

describe('D5: age', () => {
  const born = (bornOn: string) => ({ bornOn: day(bornOn) });

  test('at most 40 includes 40: the 41st birthday on the date itself is over', () => {
    expect(judged(born('1974-04-25')).judgement).toBe('eligible');
    expect(judged(born('1974-04-24'))).toMatchObject({
      judgement: 'toStudy',
      findings: [{ code: 'overAge', facts: { age: 41, limit: 40 }, basis: { kind: 'notice' } }],
    });
  });

  test('where the batch leaves the number itself out, 40 is over', () => {
    const exclusive = changed('eligibility.ageLimit', { inclusive: false });
    const forty = { ...officeCadre, bornOn: day('1974-10-01') };
    expect(judge(forty, policy, batchDate).judgement).toBe('eligible');
    expect(judge(forty, exclusive, batchDate).judgement).toBe('toStudy');
  });

  test('a planner accepts an age with a reason', () => {
    const accepted = judged({ ...born('1970-01-01'), acceptedReason: '熟悉农村工作' });
    expect(accepted.judgement).toBe('accepted');
    expect(isPlaceable(accepted.judgement)).toBe(true);
  });

  test('by reading it applies to young cadres, and a batch may switch that off', () => {
    const young = {
      ...officeCadre,
      ...born('1970-01-01'),
      tier: 'district',
      category: 'youngCadre',
    } as const;
    expect(judge(young, policy, batchDate)).toMatchObject({
      judgement: 'toStudy',
      findings: [{ basis: { kind: 'reading' } }],
    });
    const off = changed('eligibility.ageForYoungCadres', { value: false });
    expect(judge(young, off, batchDate).judgement).toBe('eligible');
  });

  test('it says nothing about section-level cadres and members of the leading body', () => {
    expect(codes({ ...born('1960-01-01'), category: 'leadingBody' })).toEqual([]);
    expect(
      codes({
        ...born('1960-01-01'),
        tier: 'district',
        category: 'sectionCadre',
        rank: 'section',
      }),
    ).toEqual([]);
  });
});

describe('D1: who may be dispatched by which tier', () => {
  test.each([
    ['district', 'sectionCadre'],
    ['district', 'youngCadre'],
    ['township', 'leadingBody'],
    ['township', 'officeCadre'],
  ] as const)('%s sends a %s', (tier, category) => {
    expect(codes({ tier, category, rank: 'deputySection' })).toEqual([]);
  });

  test.each([
    ['township', 'sectionCadre'],
    ['district', 'officeCadre'],
  ] as const)('%s doesn’t send a %s', (tier, category) => {
    expect(judged({ tier, category, rank: 'deputySection' })).toMatchObject({
      judgement: 'notEligible',
      findings: [{ code: 'categoryMismatch', basis: { kind: 'notice', source: '二（一）' } }],
    });
  });

  test('a clerk isn’t a section-level cadre', () => {
    expect(codes({ tier: 'district', category: 'sectionCadre', rank: 'clerk' })).toEqual([
      'rankMismatch',
    ]);
  });
});
