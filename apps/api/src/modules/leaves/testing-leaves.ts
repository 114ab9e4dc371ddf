import type { Leave } from '@xuanpai/contracts/leaves';
import { toDate } from '@xuanpai/database/dates';
import { readApprovedLeaves } from '../../lib/attendance/approved-leaves.ts';
import { day, startTestApp, type TestApp, type TestReply } from '../../testing.ts';
import { accepted } from '../../testing-plans.ts';
import { addPerson } from '../../testing-sign-in.ts';

/** For tests only: leave of people in post in 郑旺镇, on 2015-08-20, as its officer asks for it. */
export interface LeaveOffice {
  office: TestApp;
  townshipId: string;
  /** Somebody in post in another township. */
  elsewhere: string;
  /** Another cadre each time, so that leaves of different tests don't meet. */
  somebody(): { cadreId: string; cadreName: string };
  ask(
    cadreId: string,
    startsOn: string,
    endsOn?: string,
    more?: object,
    by?: string,
  ): Promise<TestReply>;
  asked(...given: Parameters<LeaveOffice['ask']>): Promise<Leave>;
  /** Asked for, and approved by the district. */
  approved(...given: Parameters<LeaveOffice['ask']>): Promise<Leave>;
  decide(by: string, leave: Leave, body?: object): Promise<TestReply>;
  end(by: string, leave: Leave, lastDay: string, reason?: string): Promise<TestReply>;
  /** What explains the days of August. */
  explained(cadreId: string): ReturnType<typeof readApprovedLeaves>;
  /** The own township's sheet of a month in some state. */
  sheet(month: string, status: 'submitted' | 'confirmed'): Promise<{ id: string }>;
}

export async function startLeaveOffice(): Promise<LeaveOffice> {
  const office = await startTestApp('issued', day('2015-08-20'));
  const { prisma, pool } = office.db;
  const idOf = async (name: string) =>
    (await prisma.region.findFirstOrThrow({ where: { name, level: 'township' } })).id;
  const townshipId = await idOf('郑旺镇');
  const otherTownshipId = await idOf('朝阳街道');
  const inPost = async (id: string) => {
    const query = `townshipIds=${id}&tier=district&pageSize=200&on=2015-08-20`;
    return (await office.as('planner').get(`/api/assignments?${query}`)).body.items;
  };
  const people = await inPost(townshipId);
  const [other] = await inPost(otherTownshipId);
  const both = ['officer', 'head'] as const;
  await addPerson(office, 'both', { roles: both.map((role) => ({ role, townshipId })) });
  await addPerson(office, 'head2', { roles: [{ role: 'head', townshipId: otherTownshipId }] });
  let taken = 0;
  const here: LeaveOffice = {
    ...{ office, townshipId, elsewhere: other.cadreId },
    somebody: () => people[taken++],
    ask: (cadreId, startsOn, endsOn = startsOn, more = {}, by = 'officer') =>
      office.as(by).post('/api/leaves', {
        ...{ cadreId, kind: 'personalLeave', startsOn, endsOn, reason: '家中有事' },
        ...more,
      }),
    asked: async (...given) => accepted(await here.ask(...given)).body,
    approved: async (...given) =>
      accepted(await here.decide('planner', await here.asked(...given))).body,
    decide: (by, { id, version }, body = { approve: true }) =>
      office.as(by).post(`/api/leaves/${id}/decide`, { ...body, version }),
    end: (by, { id, version }, lastDay, reason) =>
      office.as(by).post(`/api/leaves/${id}/end`, {
        ...{ lastDay, version },
        ...(reason ? { reason } : {}),
      }),
    explained: (cadreId) =>
      readApprovedLeaves(pool, [cadreId], day('2015-08-01'), day('2015-08-31')),
    sheet: (month, status) =>
      prisma.attendanceSheet.create({
        data: {
          ...{ townshipId, month: toDate(day(`${month}-01`)), status, revision: 1 },
          submittedAt: new Date(),
          ...(status === 'confirmed' ? { confirmedRevision: 1, confirmedAt: new Date() } : {}),
        },
      }),
  };
  return here;
}

export function codesOf({ body }: TestReply): string[] {
  return body.errors.map(({ code }: { code: string }) => code);
}
