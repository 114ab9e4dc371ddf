import type { PlainDate } from '@xuanpai/contracts/values';
import { describe, expect, it } from 'vitest';
import { membershipFaults } from './membership-dates.ts';
import { policyOn } from './policy/policy.ts';

const day = (text: string) => text as PlainDate;
const policy = policyOn([], day('2015-04-24'));
const faults = (bornOn: string, joinedOn: string | null, fullMemberOn: string | null) =>
  membershipFaults(
    {
      bornOn: day(bornOn),
      joinedOn: joinedOn === null ? null : day(joinedOn),
      fullMemberOn: fullMemberOn === null ? null : day(fullMemberOn),
    },
    policy,
  );

describe('the dates of Party membership', () => {
  it('may lie on the eighteenth birthday, and on the same day', () => {
    expect(faults('1980-05-06', '1998-05-06', '1998-05-06')).toEqual([]);
  });

  it('may be unknown', () => {
    expect(faults('1980-05-06', null, '1999-01-01')).toEqual([]);
    expect(faults('1980-05-06', '1999-01-01', null)).toEqual([]);
  });

  it('refuse joining a day before eighteen, with the article that says so', () => {
    const [fault, ...others] = faults('1980-05-06', '1998-05-05', null);
    expect(others).toEqual([]);
    expect(fault).toMatchObject({
      path: 'joinedOn',
      code: 'joinedTooYoung',
      basis: { kind: 'national' },
    });
    expect(fault?.message.zh).toContain('1998-05-06');
  });

  it('are both named when both can’t be', () => {
    expect(faults('1980-05-06', '1990-01-01', '1989-12-31').map(({ code }) => code)).toEqual([
      'joinedTooYoung',
      'fullMemberBeforeJoining',
    ]);
  });

  it('follow the policy’s age, not a constant', () => {
    const older = policyOn(
      [
        {
          key: 'eligibility.joiningAge',
          effectiveFrom: day('2015-01-01'),
          setAt: '2015-01-01T00:00:00Z',
          value: 20,
          inclusive: true,
          basis: { kind: 'local', source: '示例' },
        },
      ],
      day('2015-04-24'),
    );
    const dates = { bornOn: day('1980-05-06'), joinedOn: day('1999-05-06'), fullMemberOn: null };
    expect(membershipFaults(dates, older)).toHaveLength(1);
    expect(membershipFaults(dates, policy)).toEqual([]);
  });
});
