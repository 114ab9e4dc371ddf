import { expect, test } from 'vitest';
import { kinFaults } from './stepping-back.ts';

test('kin in the committees or beside somebody in post are named with the rule', () => {
  const who = { name: '卢波军', villageName: '大尤家村' };
  const faults = kinFaults(who, [{ colleague: null }, { colleague: '方燕伟' }], 'cadreId');
  expect(faults.map(({ code }) => code)).toEqual(['relativeInVillage', 'relativesTogether']);
  expect(faults[1]?.message.zh).toBe('卢波军与方燕伟是亲属，不能同在大尤家村。');
  expect(faults.every(({ basis }) => basis?.kind === 'reading')).toBe(true);
  expect(kinFaults(who, [], 'cadreId')).toEqual([]);
});
