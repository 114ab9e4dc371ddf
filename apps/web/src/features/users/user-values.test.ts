import type { User } from '@xuanpai/contracts/users';
import { lengthFault, shortestPassword } from '@xuanpai/domain/password';
import { expect, test } from 'vitest';
import { newPassword } from './new-password.ts';
import { newUserBody, type UserValues, userChanges, valuesOf } from './user-values.ts';

const user: User = {
  id: 'u1',
  username: 'li.si',
  name: '李四',
  roles: [
    {
      ...{
        role: 'officer',
        townshipId: 't1',
        townshipName: '郑旺镇',
        unitId: null,
        unitName: null,
      },
      ...{ startsOn: null, endsOn: null },
    },
  ],
  disabled: false,
  mustChangePassword: false,
  secondFactor: false,
  lastSeenAt: null,
  version: 3,
};
const as = (values: Partial<UserValues>) => ({ ...valuesOf(user), ...values }) as UserValues;

test('only what was changed is sent, so that one can rename oneself', () => {
  expect(userChanges(as({}), user)).toEqual({ version: 3 });
  expect(userChanges(as({ name: '李思' }), user)).toEqual({ name: '李思', version: 3 });
});

test('a township that the role before was held for stays behind', () => {
  const roles = [{ role: 'liaison' as const, townshipId: 't1', unitId: 'n1' }];
  expect(userChanges(as({ roles }), user)).toEqual({
    roles: [{ role: 'liaison', unitId: 'n1' }],
    version: 3,
  });
});

test('days are sent where they are given, and an emptied one opens the term', () => {
  const given = { role: 'officer' as const, townshipId: 't1' };
  expect(userChanges(as({ roles: [{ ...given, endsOn: '2015-07-31' }] }), user).roles).toEqual([
    { ...given, endsOn: '2015-07-31' },
  ]);
  expect(userChanges(as({ roles: [{ ...given, startsOn: null, endsOn: '' }] }), user)).toEqual({
    version: 3,
  });
});

test('a role that was added but not chosen is not sent', () => {
  const roles = [{ role: 'planner' as const }, {}];
  const values = { username: 'a1', name: '甲', password: 'x', roles };
  expect(newUserBody(values)).toEqual({ ...values, roles: [{ role: 'planner' }] });
});

test('a made password is one that the server takes, another each time, without look-alikes', () => {
  const made = Array.from({ length: 50 }, newPassword);
  expect(new Set(made).size).toBe(50);
  for (const password of made) {
    expect(password).toMatch(/^[2-9a-hjkmnp-z]{4}(-[2-9a-hjkmnp-z]{4}){2}$/);
    expect(password.length).toBeGreaterThanOrEqual(shortestPassword);
    expect(lengthFault(password)).toBeNull();
  }
});
