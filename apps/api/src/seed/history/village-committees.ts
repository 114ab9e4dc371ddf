import type { VillageState } from '@xuanpai/contracts/village-state';
import { toDate } from '@xuanpai/database/dates';
import type { HistoryOffice } from './history-office.ts';
import { day, villagesOf } from './supervision-helpers.ts';

/** Secretary and head of each village of two townships, and when they are re-elected. */
export async function seatCommittees(office: HistoryOffice): Promise<void> {
  const { call, deps } = office;
  if ((await deps.db.prisma.villageHolder.count()) > 0) return;
  office.on(day('2015-06-20'));
  const surnames = [...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗'];
  const given = ['建国', '志强', '永福', '德明', '兆林', '洪军', '秀英'];
  let serial = 0;
  const nameOf = () => {
    serial += 1;
    return `${surnames[serial % surnames.length]}${given[serial % given.length]}`;
  };
  for (const [township, officer] of [
    ['郑旺镇', 'officer'],
    ['朝阳街道', 'officer2'],
  ] as const) {
    for (const [at, { id }] of (await villagesOf(office, township)).entries()) {
      const path = `/api/inspections/villages/${id}`;
      for (const seat of ['secretary', 'director'] as const) {
        await call(officer, 'POST', `${path}/holders`, {
          ...{ seat, name: nameOf(), startsOn: '2012-03-01' },
        });
      }
      const dueOn = at < 2 ? '2016-12-15' : at < 5 ? '2015-12-20' : '2018-01-20';
      await call(officer, 'POST', `${path}/elections`, { body: 'villagers', dueOn });
    }
  }
}

/** Those due in 2015 were held; the new heads follow the old ones. */
export async function holdElections(office: HistoryOffice): Promise<void> {
  const due = await office.deps.db.prisma.villageElection.findMany({
    where: { heldOn: null, dueOn: { lt: toDate(day('2016-01-01')) } },
    include: { village: { select: { township: { select: { name: true } } } } },
  });
  office.on(day('2015-12-28'));
  for (const { id, version, village } of due) {
    const officer = village.township.name === '郑旺镇' ? 'officer' : 'officer2';
    const state = await office.call<VillageState>(
      officer,
      'PATCH',
      `/api/inspections/village-elections/${id}`,
      { heldOn: '2015-12-18', result: '一次选举成功，主任连任', version },
    );
    await office.call(officer, 'POST', `/api/inspections/villages/${state.villageId}/elections`, {
      ...{ body: 'villagers', dueOn: '2018-12-20' },
    });
  }
}

/** What the batch calls weak and lax is designated. */
export async function turnVillages(office: HistoryOffice): Promise<void> {
  const { call, deps } = office;
  if ((await deps.db.prisma.weakLax.count()) > 0) return;
  office.on(day('2015-06-25'));
  const weak = await deps.db.prisma.batchVillage.findMany({
    where: { kinds: { has: 'weakLax' } },
    orderBy: { village: { code: 'asc' } },
    select: { villageId: true },
  });
  for (const { villageId } of weak) {
    await call('planner', 'POST', `/api/inspections/villages/${villageId}/weak-lax`, {
      ...{ designatedOn: '2015-05-20', document: '河组发〔2015〕20号' },
      reason: '班子合力不强，组织生活不经常',
    });
  }
}

/** Two in three were turned round a year later. */
export async function turnRound(office: HistoryOffice): Promise<void> {
  office.on(day('2016-06-28'));
  const open = await office.deps.db.prisma.weakLax.findMany({ orderBy: { id: 'asc' } });
  for (const [at, { id, version, turnedOn }] of open.entries()) {
    if (at % 3 === 2 || turnedOn !== null) continue;
    await office.call('planner', 'POST', `/api/inspections/weak-lax/${id}/turn-round`, {
      ...{ turnedOn: '2016-06-20', turnedDocument: '河组发〔2016〕22号', version },
    });
  }
}
