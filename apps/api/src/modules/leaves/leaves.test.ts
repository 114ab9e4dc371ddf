import type { Leave, LeaveAct, LeaveState } from '@xuanpai/contracts/leaves';
import { toDate } from '@xuanpai/database/dates';
import { leaveTransitions } from '@xuanpai/domain/attendance/leaves';
import { addDays } from '@xuanpai/domain/office/plain-date';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '../../testing.ts';
import { accepted } from '../../testing-plans.ts';
import { codesOf, type LeaveOffice, startLeaveOffice } from './testing-leaves.ts';

let here: LeaveOffice;
beforeAll(async () => {
  here = await startLeaveOffice();
});
afterAll(() => here.office.close());

test('asked for by the officer, approved by the head, ended a day early', async () => {
  const { cadreId } = here.somebody();
  const leave = await here.asked(cadreId, '2015-08-06', '2015-08-10', { documentNumber: '1号' });
  expect(leave).toMatchObject({
    ...{ state: 'asked', workdays: 3, decidedBy: 'head', townshipName: '郑旺镇' },
    ...{ acts: ['withdraw'], documentNumber: '1号', lastDay: null, toEnd: false },
  });
  const seen = (await here.office.as('head').get(`/api/leaves/${leave.id}`)).body;
  expect(seen.acts).toEqual(['approve', 'refuse']);
  const granted = accepted(await here.decide('head', seen)).body;
  expect(granted).toMatchObject({ state: 'approved', decidedByName: '赵建国', toEnd: true });
  const early = await here.end('officer', granted, '2015-08-07');
  expect(codesOf(early)).toEqual(['required']);
  const ended = accepted(await here.end('officer', granted, '2015-08-07', '事情已办完')).body;
  expect(ended).toMatchObject({ state: 'ended', lastDay: '2015-08-07', workdays: 2, acts: [] });
  const days = await here.explained(cadreId);
  expect(days.get(cadreId)).toMatchObject([{ startsOn: '2015-08-06', endsOn: '2015-08-07' }]);
});

test('who may do what in which state, by role and township', async () => {
  const { cadreId } = here.somebody();
  const acts = Object.keys(leaveTransitions) as LeaveAct[];
  const allowed: Record<LeaveAct, string[]> = {
    approve: ['planner', 'head'],
    refuse: ['planner', 'head'],
    withdraw: ['officer'],
    end: ['planner', 'officer', 'head'],
  };
  const forbidden: Record<LeaveAct, string[]> = {
    approve: ['office', 'officer', 'officer2', 'inspector', 'liaison', 'leader', 'auditor'],
    refuse: ['office', 'officer', 'officer2', 'inspector', 'liaison', 'leader', 'auditor'],
    withdraw: ['planner', 'office', 'head', 'head2', 'inspector', 'liaison', 'leader', 'admin'],
    end: ['office', 'inspector', 'liaison', 'leader', 'admin'],
  };
  const outside: Record<LeaveAct, string[]> = {
    ...{ approve: ['head2'], refuse: ['head2'] },
    ...{ withdraw: ['officer2'], end: ['officer2', 'head2'] },
  };
  const states: LeaveState[] = ['asked', 'approved', 'refused', 'withdrawn', 'ended'];
  for (const act of acts) {
    for (const state of states) {
      const fits = leaveTransitions[act].from === state;
      for (const who of [...allowed[act], ...forbidden[act], ...outside[act]]) {
        const leave = await put(cadreId, state);
        const expected = forbidden[act].includes(who)
          ? 403
          : outside[act].includes(who)
            ? 404
            : fits
              ? 200
              : 409;
        const reply = await send(act, who, leave);
        expect(reply.status, `${who} ${act} ${state}: ${JSON.stringify(reply.body)}`).toBe(
          expected,
        );
        const now = await here.office.db.prisma.leave.findUniqueOrThrow({
          where: { id: leave.id },
        });
        const after = expected === 200 ? leaveTransitions[act].to : state;
        expect(now.state, `${who} ${act} ${state}`).toBe(after);
        await here.office.db.prisma.leave.delete({ where: { id: leave.id } });
      }
    }
  }
});

/** A leave of one day in a state, as the acts would have left it. */
function put(cadreId: string, state: LeaveState) {
  const on = toDate(day('2015-07-01'));
  const decided = state === 'approved' || state === 'refused' || state === 'ended';
  return here.office.db.prisma.leave.create({
    data: {
      ...{ cadreId, kind: 'sickLeave', startsOn: on, endsOn: on, reason: '就医', state },
      askedByName: '某',
      ...(decided ? { decidedAt: on, decidedByName: '某', decision: '同意' } : {}),
      ...(state === 'ended' ? { endedAt: on, endedByName: '某', lastDay: on } : {}),
    },
  });
}

function send(act: LeaveAct, who: string, { id, version }: { id: string; version: number }) {
  const caller = here.office.as(who);
  const url = `/api/leaves/${id}`;
  switch (act) {
    case 'approve':
      return caller.post(`${url}/decide`, { approve: true, version });
    case 'refuse':
      return caller.post(`${url}/decide`, { approve: false, decision: '工作需要', version });
    case 'withdraw':
      return caller.post(`${url}/withdraw`, { version });
    default:
      return caller.post(`${url}/end`, { lastDay: '2015-07-01', version });
  }
}

test('a list is filtered, ordered and searched, and goes out as it stands', async () => {
  const { cadreId, cadreName } = here.somebody();
  const sick = await here.asked(cadreId, '2015-08-13', '2015-08-13', { kind: 'sickLeave' });
  const later = await here.asked(cadreId, addDays(day('2015-08-13'), 6));
  const ids = async (query: string) =>
    (
      await here.office.as('officer').get(`/api/leaves?cadreIds=${cadreId}&${query}`)
    ).body.items.map(({ id }: Leave) => id);
  expect(await ids('')).toEqual([later.id, sick.id]);
  expect(await ids('sort=startsOn')).toEqual([sick.id, later.id]);
  expect(await ids('kinds=sickLeave')).toEqual([sick.id]);
  expect(await ids('from=2015-08-14')).toEqual([later.id]);
  expect(await ids('to=2015-08-14')).toEqual([sick.id]);
  expect(await ids('states=approved')).toEqual([]);
  expect(await ids(`q=${encodeURIComponent(cadreName)}`)).toHaveLength(2);
  expect(await ids('q=没有这个人')).toEqual([]);
  const all = await here.office.as('officer').get('/api/leaves?pageSize=200');
  expect(all.body.asked).toBeGreaterThanOrEqual(2);
  expect(all.body.items.every((one: Leave) => one.townshipId === here.townshipId)).toBe(true);
  expect((await here.office.as('officer2').get('/api/leaves')).body.total).toBe(0);
  const file = await here.office.as('planner').download(`/api/leaves.xlsx?cadreIds=${cadreId}`);
  expect(file.status).toBe(200);
});
