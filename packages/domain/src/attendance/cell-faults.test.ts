import type { Cell } from '@xuanpai/contracts/attendance-marks';
import type { PlainDate } from '@xuanpai/contracts/values';
import { expect, test } from 'vitest';
import { policyOn, policyWith } from '../policy/policy.ts';
import { cellFault } from './cell-faults.ts';

const today = '2015-06-17' as PlainDate;
const policy = policyOn([], today);
const place = {
  ...{ path: 'a/2015-06-02', cadreName: '石宁', tier: 'district' as const },
  ...{ day: '2015-06-02' as PlainDate, inPost: true, today, policy },
};
const codeOf = (given: Partial<typeof place> | object, was: string | null, is: string | null) =>
  cellFault({ ...place, ...given }, was as Cell | null, is as Cell | null)?.code ?? null;

test.each([
  ['a day in the village', {}, null, 'village', null],
  ['a cell that is cleared', {}, 'village', null, null],
  ['a day out of post', { inPost: false }, null, 'village', 'cellClosed'],
  ['旷工, which the district confirms', {}, null, 'absent', 'absenceByDistrict'],
  ['旷工 changed away', {}, 'absent/village', 'village', 'absenceByDistrict'],
  ['the office, of a district cadre', {}, null, 'office', 'markOfOtherTier'],
  ['the home unit, of a township cadre', { tier: 'township' }, null, 'homeUnit', 'markOfOtherTier'],
  ['the office, of a township cadre', { tier: 'township' }, null, 'village/office', null],
  ['a day to come in the village', { day: '2015-06-18' }, null, 'village', 'dayToCome'],
  ['a leave to come', { day: '2015-06-18' }, null, 'annualLeave', null],
  ['a rest to come', { day: '2015-06-18' }, null, 'rest', null],
])('%s', (_, given, was, is, code) => {
  expect(codeOf(given, was, is)).toBe(code);
});

test('halves where the batch logs whole days only', () => {
  const whole = policyWith(policy, { 'attendance.halfDays': false });
  expect(codeOf({ policy: whole }, null, 'village/none')).toBe('noHalfDays');
  expect(codeOf({ policy: whole }, null, 'village')).toBeNull();
});
