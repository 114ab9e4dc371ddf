import type { Month } from '@xuanpai/contracts/attendance';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { HistoryOffice } from './history-office.ts';

interface Post {
  id: string;
  version: number;
  unitId: string;
  townshipName: string;
  cadreId: string;
}

/** The changes of two years: one was called back and replaced, two exchanged their villages. */
export async function changePosts(office: HistoryOffice, month: Month): Promise<void> {
  if (month === '2016-03') await replaceOne(office);
  if (month === '2016-08') await restaffOne(office);
  if (month === '2016-09') await exchangeTwo(office);
}

/** E3: somebody of an institution became a civil servant: graded 合格 in 2015, 称职 in 2016. */
async function restaffOne(office: HistoryOffice): Promise<void> {
  office.on('2016-08-15' as PlainDate);
  const posts = await postsIn(office, '相公街道');
  const ids = posts.map(({ cadreId }) => cadreId);
  const ofInstitutions = await office.deps.db.prisma.cadre.findMany({
    where: { id: { in: ids }, staffingType: 'institution' },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  const document = '河人社任〔2016〕11号';
  const done = await office.deps.db.prisma.auditEntry.count({
    where: { action: 'cadre.update', entityId: { in: ids } },
  });
  const [one] = ofInstitutions;
  if (!one || done > 0) return;
  const path = `/api/cadres/${one.id}`;
  const { version } = await office.call<{ version: number }>('planner', 'GET', path);
  const body = { staffingType: 'administrative', staffingSince: '2016-08-01', document, version };
  await office.call('planner', 'PATCH', path, body);
}

/** Within the month: two people, one village. */
async function replaceOne(office: HistoryOffice): Promise<void> {
  const from = '2016-03-15' as PlainDate;
  office.on('2016-03-10' as PlainDate);
  const post = (await postsIn(office, '郑旺镇'))[0];
  if (!post || (await changed(office, post))) return;
  const { call } = office;
  const idNumber = '371399198005060010';
  const known = await office.deps.db.prisma.cadre.findFirst({
    where: { name: '向前进', unitId: post.unitId },
    select: { id: true },
  });
  const cadre =
    known ??
    (await call<{ id: string }>('planner', 'POST', '/api/cadres', {
      ...{ name: '向前进', unitId: post.unitId, idNumber, rank: 'deputySection' },
      ...{ staffingType: 'administrative', speciality: 'partyBuilding', joinedOn: '2002-07-01' },
    }));
  await call('planner', 'POST', `/api/assignments/${post.id}/replace`, {
    cadreId: cadre.id,
    from,
    documentNumber: '河组发〔2016〕8号',
    reason: '原任职人员调动工作',
    version: post.version,
  });
}

/** Within the month, between townships: two sheets, one person. */
async function exchangeTwo(office: HistoryOffice): Promise<void> {
  office.on('2016-09-12' as PlainDate);
  const one = (await postsIn(office, '郑旺镇')).at(-1);
  const other = (await postsIn(office, '汤头街道')).at(-1);
  if (!one || !other || (await changed(office, one))) return;
  await office.call('planner', 'POST', `/api/assignments/${one.id}/exchange`, {
    withId: other.id,
    withVersion: other.version,
    from: '2016-09-19',
    documentNumber: '河组发〔2016〕31号',
    reason: '工作需要',
    version: one.version,
  });
}

/** The district's first secretaries who are in post in a township, by village. */
async function postsIn({ call, deps }: HistoryOffice, name: string): Promise<Post[]> {
  const township = await deps.db.prisma.region.findFirstOrThrow({
    where: { name, level: 'township' },
    select: { id: true },
  });
  const { items } = await call<{ items: Post[] }>(
    'planner',
    'GET',
    `/api/assignments?on=${deps.today()}&tier=district&post=firstSecretary&townshipIds=${township.id}&pageSize=200`,
  );
  return items;
}

async function changed({ deps }: HistoryOffice, { id }: Post): Promise<boolean> {
  const event = await deps.db.prisma.assignmentEvent.findFirst({
    where: { assignmentId: id, kind: { in: ['replaced', 'exchanged'] } },
  });
  return event !== null;
}
