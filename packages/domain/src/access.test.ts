import { may, type Permission, permissions } from '@xuanpai/contracts/permissions';
import { type Role, roles } from '@xuanpai/contracts/values';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clashingRoles,
  type Grant,
  grantsFor,
  heldFor,
  type Resource,
  resources,
  scopeOf,
} from './access.ts';

const grant = (role: Role): Grant => ({
  role,
  townshipId: heldFor(role) === 'township' ? '郑旺镇' : null,
  unitId: heldFor(role) === 'unit' ? '区财政局' : null,
});
const ofTownship = { townshipIds: ['郑旺镇'], unitIds: [] };
const ofUnit = { townshipIds: [], unitIds: ['区财政局'] };

describe('which rows a role sees', () => {
  const everything = {
    villages: 'all',
    units: 'all',
    cadres: 'all',
    nominations: 'all',
    assignments: 'all',
    consultations: 'all',
    help: 'all',
    sheets: 'all',
    plans: 'all',
    batches: 'all',
  };
  const township = {
    villages: ofTownship,
    units: ofTownship,
    cadres: ofTownship,
    nominations: ofTownship,
    assignments: ofTownship,
    consultations: ofTownship,
    help: ofTownship,
    sheets: ofTownship,
    plans: 'none',
    batches: 'all',
  };
  const unit = {
    villages: ofUnit,
    units: ofUnit,
    cadres: ofUnit,
    nominations: ofUnit,
    assignments: ofUnit,
    consultations: ofUnit,
    help: ofUnit,
    // A sheet is a township's: of no township there is none.
    sheets: ofUnit,
    plans: 'none',
    batches: 'all',
  };
  const nothing = Object.fromEntries(resources.map((resource) => [resource, 'none']));
  test.each<[Role, Record<string, unknown>]>([
    ['planner', everything],
    ['office', everything],
    ['leader', everything],
    ['inspector', { ...everything, nominations: 'none', consultations: 'none', plans: 'none' }],
    ['officer', township],
    ['head', township],
    ['liaison', unit],
    ['evaluator', { ...nothing, batches: 'all' }],
    ['admin', nothing],
    ['auditor', nothing],
  ])('%s', (role, expected) => {
    const seen = resources.map((resource) => [resource, scopeOf([grant(role)], resource)]);
    expect(Object.fromEntries(seen)).toEqual(expected);
  });

  test.each(resources)('nobody without a role sees %s', (resource) => {
    expect(scopeOf([], resource)).toBe('none');
  });
});

test('an officer of two townships sees both; a liaison who is an officer too sees township and unit', () => {
  const second = { role: 'officer', townshipId: '朝阳街道', unitId: null } as const;
  expect(scopeOf([grant('officer'), second], 'cadres')).toEqual({
    townshipIds: ['郑旺镇', '朝阳街道'],
    unitIds: [],
  });
  expect(scopeOf([grant('officer'), grant('liaison')], 'cadres')).toEqual({
    townshipIds: ['郑旺镇'],
    unitIds: ['区财政局'],
  });
});

test('a role that lost its township or unit sees nothing, never everything', () => {
  for (const role of ['officer', 'head', 'liaison'] as const) {
    expect(scopeOf([{ role, townshipId: null, unitId: null }], 'villages')).toBe('none');
  }
});

test('a second role lends no rows to a permission that it does not carry', () => {
  // A leader reads the whole district; as an officer the same person writes in one township only.
  const grants = [grant('leader'), grant('officer')];
  const rowsFor = (permission: Permission) =>
    scopeOf(grantsFor(grants, permissions[permission]), 'cadres');
  expect(rowsFor('cadres.read')).toBe('all');
  expect(rowsFor('cadres.write')).toEqual(ofTownship);
});

test('more roles never show fewer rows', () => {
  const some = fc.subarray([...roles]);
  fc.assert(
    fc.property(
      some,
      fc.constantFrom(...roles),
      fc.constantFrom(...resources),
      (held, more, of) => {
        const reach = (list: readonly Role[], resource: Resource) => {
          const scope = scopeOf(list.map(grant), resource);
          if (scope === 'all') return Number.POSITIVE_INFINITY;
          return scope === 'none' ? 0 : scope.townshipIds.length + scope.unitIds.length;
        };
        expect(reach([...held, more], of)).toBeGreaterThanOrEqual(reach(held, of));
      },
    ),
  );
});

describe('what the two roles outside the field may do', () => {
  const allowed = (role: Role) =>
    (Object.keys(permissions) as Permission[]).filter((permission) => may([role], permission));
  test('the administrator keeps accounts, and reads nothing of the field', () => {
    expect(allowed('admin')).toEqual(['users.manage']);
  });
  test('the auditor reads the log, and nothing else', () => {
    expect(allowed('auditor')).toEqual(['audit.read']);
  });
  test('accounts and log are for nobody else', () => {
    expect(permissions['users.manage']).toEqual(['admin']);
    expect(permissions['audit.read']).toEqual(['auditor']);
  });
  test('neither goes with another role, nor with each other', () => {
    expect(clashingRoles(['admin'])).toEqual([]);
    expect(clashingRoles(['auditor', 'auditor'])).toEqual([]);
    expect(clashingRoles(['admin', 'planner'])).toEqual(['admin']);
    expect(clashingRoles(['auditor', 'leader', 'office'])).toEqual(['auditor']);
    expect(clashingRoles(['admin', 'auditor'])).toEqual(['admin', 'auditor']);
    expect(clashingRoles(['planner', 'office', 'officer', 'head'])).toEqual([]);
  });
});

test('officers and heads are held for a township, liaisons for a unit, the others for neither', () => {
  expect(roles.filter((role) => heldFor(role) === 'township')).toEqual(['officer', 'head']);
  expect(roles.filter((role) => heldFor(role) === 'unit')).toEqual(['liaison']);
});
