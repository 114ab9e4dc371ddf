import { beforeAll, expect, test } from 'vitest';
import { accept } from '../../lib/session.ts';
import { tokenReply } from '../../lib/testing.ts';
import { loadDictionary } from '../../locales/use-text.ts';
import { show } from '../../ui/testing.tsx';
import { HeldRoles } from './held-roles.tsx';

beforeAll(async () => {
  await loadDictionary();
  // Today is 2015-04-24.
  accept(tokenReply('a'));
});

const held = (startsOn: string | null, endsOn: string | null) => ({
  ...{
    role: 'leader' as const,
    townshipId: null,
    townshipName: null,
    unitId: null,
    unitName: null,
  },
  ...{ startsOn, endsOn },
});
const text = (startsOn: string | null, endsOn: string | null) =>
  show(<HeldRoles roles={[held(startsOn, endsOn)]} />).textContent;

test('a role is shown with its term, and where today lies in it', () => {
  expect(text(null, null)).toBe('区领导');
  expect(text('2015-04-24', '2015-12-31')).toBe('区领导（自2015-04-24起至2015-12-31止）');
  expect(text('2015-04-25', null)).toBe('区领导（自2015-04-25起，未到起日）');
  expect(text('2015-01-01', '2015-04-23')).toBe('区领导（已于2015-04-23到期）');
});

test('who must be followed soon is marked, to the last day itself', () => {
  expect(text(null, '2015-05-25')).toBe('区领导（至2015-05-25止）');
  expect(text(null, '2015-05-24')).toBe('区领导（至2015-05-24止） 即将到期，还有30天');
  expect(text(null, '2015-04-24')).toBe('区领导（至2015-04-24止） 即将到期，今天止');
});
