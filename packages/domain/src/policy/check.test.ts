import type { PlainDate } from '@xuanpai/contracts/values';
import { describe, expect, test } from 'vitest';
import { checkPolicyChanges, type PolicyChange } from './check.ts';
import { policyOn } from './policy.ts';
import { policyTemplate } from './template.ts';

const policy = policyOn([], '2015-04-24' as PlainDate);
const faults = (...changes: PolicyChange[]) =>
  checkPolicyChanges(changes, policy).map(({ path, code }) => `${path} ${code}`);

test('every value of the template is a good one', () => {
  const changes = policyTemplate
    .filter(({ basis }) => basis.kind !== 'local')
    .map(({ key, value }) => ({ key, value }));
  expect(faults(...changes)).toEqual([]);
});

describe('numbers', () => {
  const value = (value: PolicyChange['value'], key = 'eligibility.ageLimit') =>
    faults({ key, value });

  test('40 or 45 years are fine, also without the number itself', () => {
    expect(value(45)).toEqual([]);
    expect(faults({ key: 'eligibility.ageLimit', value: 45, inclusive: false })).toEqual([]);
  });

  test.each([
    ['40', 'notANumber'],
    [Number.NaN, 'notANumber'],
    [null, 'notANumber'],
    [5, 'outOfRange'],
    [40.5, 'tooManyDecimals'],
  ])('an age of %j is refused: %s', (age, code) =>
    expect(value(age)).toEqual([`changes.0.value ${code}`]),
  );

  test('points may be negative, money has cents', () => {
    expect(value(-80.5, 'score.inversion')).toEqual([]);
    expect(value(30000.55, 'dispatch.poorLimit')).toEqual([]);
    expect(value(-1, 'dispatch.poorLimit')).toEqual(['changes.0.value outOfRange']);
  });

  test('only a bound can leave the number itself out', () => {
    expect(faults({ key: 'dispatch.termYears', value: 2, inclusive: true })).toEqual([
      'changes.0.inclusive noBound',
    ]);
  });

  test('the least of something can’t pass its most, with all changes made', () => {
    expect(faults({ key: 'attendance.townshipDaysLeast', value: 4 })).toEqual([
      'changes.0.value boundsCross',
    ]);
    expect(
      faults(
        { key: 'attendance.townshipDaysLeast', value: 4 },
        { key: 'attendance.townshipDaysMost', value: 5 },
      ),
    ).toEqual([]);
  });
});

describe('switches, choices, rules', () => {
  test('take what they know', () => {
    expect(faults({ key: 'issue.secondPerson', value: false })).toEqual([]);
    expect(faults({ key: 'issue.secondPerson', value: 'no' })).toEqual([
      'changes.0.value notASwitch',
    ]);
    expect(faults({ key: 'attendance.shortMonth', value: 'cap' })).toEqual([]);
    expect(faults({ key: 'attendance.shortMonth', value: 'half' })).toEqual([
      'changes.0.value notAnOption',
    ]);
  });

  test('full membership can’t be switched off, but may rest on another clause', () => {
    const basis = { kind: 'notice', source: '三（二）' } as const;
    expect(faults({ key: 'eligibility.fullMember', value: false })).toEqual([
      'changes.0.value alwaysHolds',
    ]);
    expect(faults({ key: 'eligibility.fullMember', value: true, basis })).toEqual([]);
  });

  test('an example of other districts wants the document that adopts it', () => {
    const key = 'attendance.absenceNotice';
    const adopted = { kind: 'local', source: '河组发〔2015〕18号' } as const;
    expect(faults({ key, value: true })).toEqual(['changes.0.basis.source notAdopted']);
    expect(faults({ key, value: true, basis: adopted })).toEqual([]);
    expect(faults({ key, value: false })).toEqual([]);
  });
});

describe('tables', () => {
  test('rows that lack, are unknown or hold something else are each named', () => {
    const value = { communityBuilding: true, modelSecretary: 1, weakLax: true, poor: true };
    expect(faults({ key: 'dispatch.districtKinds', value })).toEqual([
      'changes.0.value.poor unknownRow',
      'changes.0.value.modelSecretary notASwitch',
      'changes.0.value.lagging missing',
    ]);
  });

  test('a need is a share from 0 to 1, and an empty cell is fine', () => {
    const rows = { weakLax: { partyBuilding: 1.5, magic: 1 }, communityBuilding: {} };
    const rest = { modelSecretary: {}, poor: {}, lagging: {}, none: { general: 0.4 } };
    expect(faults({ key: 'score.need', value: { ...rows, ...rest } })).toEqual([
      'changes.0.value.weakLax.magic unknownRow',
      'changes.0.value.weakLax.partyBuilding outOfRange',
    ]);
  });

  test('something that is no table is said once', () => {
    expect(faults({ key: 'rank.levels', value: [1, 2] })).toEqual(['changes.0.value notATable']);
  });

  test('enterprises may wait for their grade set', () => {
    const sets = { administrative: 'civilServant', civilReference: 'civilServant' };
    const value = { ...sets, institution: 'institution', enterprise: null };
    expect(faults({ key: 'evaluation.gradeSets', value })).toEqual([]);
    expect(faults({ key: 'evaluation.gradeSets', value: { ...value, enterprise: 'own' } })).toEqual(
      ['changes.0.value.enterprise notAnOption'],
    );
  });

  test.each(['constructor', 'toString', ['institution']])(
    '%j is no grade set, and what every object inherits is no row',
    (enterprise) => {
      const sets = { administrative: 'civilServant', civilReference: 'civilServant' };
      const value = { ...sets, institution: 'institution', enterprise, valueOf: 1 };
      expect(faults({ key: 'evaluation.gradeSets', value })).toEqual([
        'changes.0.value.valueOf unknownRow',
        'changes.0.value.enterprise notAnOption',
      ]);
    },
  );
});

test('all problems come at once, and an unknown or doubled key is one', () => {
  expect(
    faults(
      { key: 'eligibility.magic', value: 1 },
      { key: 'eligibility.ageLimit', value: 'x' },
      { key: 'eligibility.ageLimit', value: 41 },
    ),
  ).toEqual(['changes.0.key unknownKey', 'changes.1.value notANumber', 'changes.2.key doubledKey']);
});
