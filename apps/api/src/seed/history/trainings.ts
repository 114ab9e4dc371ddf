import type { Month } from '@xuanpai/contracts/attendance';
import type { Example } from '@xuanpai/contracts/examples';
import type { Invitation, TrainingDetail } from '@xuanpai/contracts/trainings';
import type { PlainDate } from '@xuanpai/contracts/values';
import { addDays } from '@xuanpai/domain/office/plain-date';
import { attach } from './files.ts';
import type { HistoryOffice } from './history-office.ts';
import { drawnPicture } from './pictures.ts';

interface Held {
  by: 'planner' | 'officer' | 'officer2';
  /** Null: the district's. */
  township: string | null;
  topic: string;
  place: string;
  startsOn: string;
  endsOn: string;
  hours: number;
  teachers: string;
  invite: Invitation;
  /** Every how manieth doesn't come; 0: everybody does. */
  absent: number;
  picture: boolean;
}

const school = '区委党校';

const held: readonly Held[] = [
  {
    ...{ by: 'planner', township: null, topic: '第二批“第一书记”任前培训', place: school },
    ...{ startsOn: '2015-05-28', endsOn: '2015-05-29', hours: 12, invite: 'all', absent: 23 },
    ...{ teachers: '区委组织部、区农业局', picture: true },
  },
  ofTownship('officer', '郑旺镇', '镇情村情和群众工作方法', '2015-07-14', '镇党委副书记'),
  ofTownship('officer2', '朝阳街道', '社区治理和民生项目申报', '2015-07-21', '街道民政办'),
  {
    ...{ by: 'planner', township: null, topic: '任职培训补训班', place: school },
    ...{ startsOn: '2015-09-16', endsOn: '2015-09-16', hours: 6, invite: 'township', absent: 31 },
    ...{ teachers: '区委党校', picture: false },
  },
  {
    ...{ by: 'planner', township: null, topic: '集体经济发展专题培训', place: school },
    ...{ startsOn: '2016-03-22', endsOn: '2016-03-23', hours: 12, invite: 'district', absent: 18 },
    ...{ teachers: '市农科院、区经管局', picture: true },
  },
  ofTownship('officer', '郑旺镇', '黄桃种植技术', '2016-07-12', '区果茶站'),
];

function ofTownship(
  by: Held['by'],
  township: string,
  topic: string,
  startsOn: string,
  teachers: string,
): Held {
  const day = { startsOn, endsOn: startsOn, hours: 6 };
  const place = `${township}会议室`;
  return { ...day, by, township, topic, place, teachers, invite: 'all', absent: 9, picture: false };
}

const reasons = ['区里安排防汛值班', '住院', '家中有事请假'];

/** The sessions of a month, before its attendance is logged: their days stand on the sheets by themselves. */
export async function train(office: HistoryOffice, month: Month): Promise<void> {
  for (const session of held.filter(({ endsOn }) => endsOn.startsWith(month))) {
    await hold(office, session);
  }
}

async function hold(office: HistoryOffice, session: Held): Promise<void> {
  const { call, deps } = office;
  const { by, township, absent, picture, ...fields } = session;
  const { prisma } = deps.db;
  if (await prisma.training.findFirst({ where: { topic: session.topic } })) return;
  const batch = await prisma.batch.findFirstOrThrow({ select: { id: true } });
  const region = township
    ? await prisma.region.findFirstOrThrow({ where: { name: township, level: 'township' } })
    : null;
  office.on(addDays(session.endsOn as PlainDate, 1));
  const { id, people } = await call<TrainingDetail>(by, 'POST', '/api/trainings', {
    ...{ ...fields, batchId: batch.id, townshipId: region?.id ?? null },
  });
  const changes = people.map(({ cadreId }, at) =>
    absent > 0 && at % absent === absent - 1
      ? { cadreId, was: null, is: 'absent', reason: reasons[at % reasons.length] }
      : { cadreId, was: null, is: 'came' },
  );
  await call(by, 'POST', `/api/trainings/${id}/presence`, { changes });
  if (picture) {
    const photograph = { name: '培训现场.jpg', bytes: await drawnPicture(session.topic) };
    await attach(office, by, { kind: 'training', id }, [photograph]);
  }
  // As it was said then, not today: the months that are confirmed after it hold it.
  await deps.db.pool.query(
    `UPDATE training_person p SET said_at = t.ends_on + interval '1 day 9 hours'
     FROM training t WHERE t.id = p.training_id AND t.id = $1 AND p.said_at IS NOT NULL`,
    [id],
  );
  await deps.db.pool.query(
    `UPDATE training SET entered_at = starts_on - interval '6 days' WHERE id = $1`,
    [id],
  );
  await deps.db.pool.query(
    `UPDATE attachment f SET uploaded_at = t.ends_on + interval '1 day 15 hours'
     FROM training t WHERE t.id = f.training_id AND t.id = $1`,
    [id],
  );
}

/** Examples that townships wrote of their villages: one released, one that waits to be reviewed. */
export async function writeExamples(office: HistoryOffice): Promise<void> {
  const written = await Promise.all(examples.map((one) => writeExample(office, one)));
  const [released, waiting] = written;
  if (released) {
    office.on('2016-06-20' as PlainDate);
    const { id, version } = await submit(office, 'officer', released);
    const body = { act: 'release', version };
    await office.call('planner', 'POST', `/api/examples/${id}/review`, body);
    await office.deps.db.pool.query(
      `UPDATE example SET written_at = '2016-06-13 10:00+08', submitted_at = '2016-06-15 16:00+08',
        reviewed_at = '2016-06-20 09:30+08' WHERE id = $1`,
      [id],
    );
  }
  if (waiting) {
    const { id } = await submit(office, 'officer2', waiting);
    await office.deps.db.pool.query(
      `UPDATE example SET written_at = '2017-01-04 10:00+08', submitted_at = '2017-01-06 16:00+08'
        WHERE id = $1`,
      [id],
    );
  }
}

const examples = [
  {
    ...{ by: 'officer', township: '郑旺镇', kind: 'case', title: '一棵黄桃树带富一个村' },
    text: [
      '任职村原来没有集体收入。第一书记到村后走访农户，请区果茶站做土壤检测，确定种植黄桃。',
      '村里流转零散土地120亩，由合作社统一管理，农户以土地入股，派出单位帮助联系冷库和销路。',
      '去年秋天第一批黄桃上市，村集体增收5.6万元，入股农户每亩增收一千二百元。',
    ].join('\n'),
  },
  {
    ...{ by: 'officer2', township: '朝阳街道', kind: 'point', title: '社区综合服务中心示范点' },
    text: '服务中心设八个窗口，居民办事不出社区；晚上和周末有人值班。\n四个互助组织轮流开展活动。',
  },
] as const;

async function writeExample(
  office: HistoryOffice,
  { by, township, ...fields }: (typeof examples)[number],
): Promise<Example | null> {
  const { prisma } = office.deps.db;
  if (await prisma.example.findFirst({ where: { title: fields.title } })) return null;
  const batch = await prisma.batch.findFirstOrThrow({ select: { id: true } });
  const region = await prisma.region.findFirstOrThrow({
    where: { name: township, level: 'township' },
    include: { villages: { orderBy: { code: 'asc' }, take: 1, select: { id: true } } },
  });
  const body = { ...fields, batchId: batch.id, townshipId: region.id };
  const villageId = region.villages[0]?.id ?? null;
  const example = await office.call<Example>(by, 'POST', '/api/examples', { ...body, villageId });
  const photograph = { name: '现场.jpg', bytes: await drawnPicture(fields.title) };
  await attach(office, by, { kind: 'example', id: example.id }, [photograph]);
  return example;
}

function submit({ call }: HistoryOffice, by: string, { id, version }: Example): Promise<Example> {
  return call<Example>(by, 'POST', `/api/examples/${id}/submit`, { version });
}
