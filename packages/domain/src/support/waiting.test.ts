import { may } from '@xuanpai/contracts/permissions';
import type { PlainDate, Role } from '@xuanpai/contracts/values';
import { expect, test } from 'vitest';
import { waitingHelp } from './waiting.ts';

const dueOn = '2015-12-20' as PlainDate;
const wanting = {
  toConfirm: ['区水利局', '区水利局', '沂河食品厂'],
  overdue: [{ village: '大尤家村', dueOn }],
};
const told = (role: Role, wanted = wanting) =>
  waitingHelp(wanted, (permission) => may([role], permission));

test('the township confirms, whoever promised delivers', () => {
  const confirm = {
    ...{ code: 'confirmHelp', counts: { help: 3 }, names: ['区水利局', '沂河食品厂'] },
  };
  const deliver = { code: 'deliverHelp', counts: { help: 1 }, names: ['大尤家村'], dueOn };
  expect(told('officer')).toEqual([confirm, deliver]);
  expect(told('head')).toEqual([confirm]);
  expect(told('liaison')).toEqual([deliver]);
  expect(told('planner')).toEqual([]);
  expect(told('officer', { toConfirm: [], overdue: [] })).toEqual([]);
});
