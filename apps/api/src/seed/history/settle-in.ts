import type { Assignment } from '@xuanpai/contracts/assignments';
import type { Nomination } from '@xuanpai/contracts/nominations';
import type { Unit } from '@xuanpai/contracts/units';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { HistoryOffice } from './history-office.ts';

/** What follows an issue: contacts named, dates confirmed, people appointed, arrived and moved in. */
export async function settleIn(office: HistoryOffice): Promise<void> {
  const { call } = office;
  office.on('2015-05-06' as PlainDate);
  await nameContacts(office);
  await confirmDates(office);

  office.on('2015-06-03' as PlainDate);
  const post = await missing(office, 'appointment');
  await record('appointment', post, { date: '2015-05-29', documentNumber: '镇委发〔2015〕9号' });
  const report = await missing(office, 'report');
  await record('report', report, { date: '2015-06-01' });
  office.on('2015-06-12' as PlainDate);
  const membership = await missing(office, 'membership');
  await record('membership', membership, {
    ...{ direction: 'transferred', date: '2015-06-10' },
    documentNumber: '河组介〔2015〕回执',
  });

  async function record(act: string, posts: readonly Assignment[], body: object) {
    if (posts.length === 0) return;
    const assignments = posts.map(({ id, version }) => ({ id, version }));
    await call('planner', 'POST', `/api/assignments/${act}`, { assignments, ...body });
  }
}

/** The posts of which something isn't on record yet. */
async function missing({ call }: HistoryOffice, what: string): Promise<Assignment[]> {
  const posts: Assignment[] = [];
  for (let page = 1; ; page += 1) {
    const { items, total } = await call<{ items: Assignment[]; total: number }>(
      'planner',
      'GET',
      `/api/assignments?missing=${what}&pageSize=200&page=${page}`,
    );
    posts.push(...items);
    if (posts.length >= total) return posts;
  }
}

async function nameContacts({ call }: HistoryOffice): Promise<void> {
  const { items } = await call<{ items: Unit[] }>(
    'planner',
    'GET',
    '/api/units?contacts=missing&pageSize=200',
  );
  for (const { id, version, responsiblePerson, contactName } of items) {
    await call('planner', 'PATCH', `/api/units/${id}`, {
      responsiblePerson: responsiblePerson ?? '主要负责人',
      contactName: contactName ?? '办公室联络员',
      version,
    });
  }
}

/** The units confirm the dates of full membership that the register had left open. */
async function confirmDates({ call }: HistoryOffice): Promise<void> {
  const batches = await call<{ items: { id: string }[] }>('planner', 'GET', '/api/batches');
  const path = `/api/batches/${batches.items[0]?.id}/nominations`;
  const { items } = await call<{ items: Nomination[] }>(
    'planner',
    'GET',
    `${path}?presumed=true&pageSize=200`,
  );
  if (items.length === 0) return;
  await call('planner', 'POST', `${path}/confirm-membership`, {
    nominations: items.map(({ id }) => ({ nominationId: id })),
    document: '入党志愿书、转正决议',
  });
}
