import type { Month } from '@xuanpai/contracts/attendance';
import type { IssueDetail, IssueKind, Severity } from '@xuanpai/contracts/inspection-findings';
import type { Inspection } from '@xuanpai/contracts/inspections';
import type { Leader } from '@xuanpai/contracts/leader-links';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { Draw } from '@xuanpai/contracts/village-draws';
import { addDays } from '@xuanpai/domain/office/plain-date';
import { readIssue } from '../../modules/inspections/issue-read.ts';
import { answer } from '../../modules/inspections/issue-write.ts';
import type { HistoryOffice } from './history-office.ts';
import { compareVillages, reportDuty, setUpOffices } from './offices-and-comparison.ts';
import { day, known, townshipIds, villagesOf } from './supervision-helpers.ts';
import { holdElections, seatCommittees, turnRound, turnVillages } from './village-committees.ts';

/** What was found on a spot check, and how far it came: by the days that the answer took. */
interface Found {
  kind: IssueKind;
  severity: Severity;
  text: string;
  /** Null: not answered. */
  answeredAfter: number | null;
  answer: string;
  closed: boolean;
}

const found: readonly Found[] = [
  of('ledgers', 'minor', '值班和走访记录不全', 12, '已补齐记录，明确专人负责'),
  of('projects', 'serious', '道路硬化项目进度慢于计划', 24, '施工队已复工，倒排了工期'),
  of('partyBuilding', 'minor', '党员活动室未按时开放', 9, '已排出值班表并公示'),
  of('help', 'minor', '帮扶资金使用没有公示', 15, '已在村务公开栏公示'),
  of('targets', 'serious', '集体增收项目没有落实地块', 28, '已与三户签订流转协议'),
];

function of(
  kind: IssueKind,
  severity: Severity,
  text: string,
  answeredAfter: number,
  reply: string,
): Found {
  return { kind, severity, text, answeredAfter, answer: reply, closed: true };
}

const spotChecks: readonly Month[] = [
  ...(['2015-07', '2015-10', '2016-01', '2016-04'] as Month[]),
  ...(['2016-07', '2016-10', '2016-12'] as Month[]),
];

/** 督查 of a month: draws and spot checks each quarter, meetings, leaders' visits, re-elections. */
export async function superviseMonth(office: HistoryOffice, month: Month): Promise<void> {
  if (month === '2015-06') {
    await seatCommittees(office);
    await linkLeaders(office);
    await turnVillages(office);
  }
  if (spotChecks.includes(month)) await spotCheck(office, month);
  if (month === '2015-09' || month === '2016-09') await meeting(office, month);
  if (['2015-08', '2016-03', '2016-08', '2016-12'].includes(month)) await visit(office, month);
  if (month === '2015-06') await setUpOffices(office);
  if (month === '2015-12' || month === '2016-12') await reportDuty(office, month);
  if (month === '2016-11') await compareVillages(office);
  if (month === '2016-06') await turnRound(office);
  if (month === '2015-12') await holdElections(office);
}

/** Villages are drawn and visited; of the last check something is left to do for everybody. */
async function spotCheck(office: HistoryOffice, month: Month): Promise<void> {
  const { call, deps } = office;
  const subject = `${Number(month.slice(5))}月份暗访抽查`;
  const on = day(`${month}-12`);
  if (await known(office, subject, on)) return;
  office.on(day(`${month}-10`));
  const townships = await townshipIds(office, ['郑旺镇', '朝阳街道', '汤头街道']);
  const draw = await call<Draw>('inspector', 'POST', '/api/inspections/draws', {
    ...{ purpose: subject, count: 4, batchId: null, townshipIds: townships, kinds: [], tiers: [] },
    notCheckedSince: null,
  });
  office.on(on);
  const inspection = await call<Inspection>('inspector', 'POST', '/api/inspections', {
    ...{ kind: 'unannounced', day: on, subject, team: '督查一组：徐志刚等3人', drawId: draw.id },
    villageIds: draw.drawn.map(({ id }) => id),
    summary: '多数村干部在岗，台账和项目进度还有差距。',
  });
  const last = month === '2016-12';
  const shift = spotChecks.indexOf(month);
  for (const [at, village] of inspection.villages.slice(0, 3).entries()) {
    const what = found[(at + shift) % found.length];
    if (!what) continue;
    const issue = await call<IssueDetail>(
      'inspector',
      'POST',
      `/api/inspections/visits/${inspection.id}/findings`,
      {
        ...{ villageId: village.id, kind: what.kind, severity: what.severity, text: what.text },
        // Of the last check one is overdue, one answered, one not due.
        deadline: addDays(on, last && at === 2 ? 60 : 20),
        responsible: 'township',
      },
    );
    if (last && at !== 1) continue;
    const replied = addDays(on, what.answeredAfter ?? 10);
    office.on(replied);
    const officer = await office.officerOf({ id: village.townshipId, name: village.townshipName });
    const { version } = await readIssue(deps, officer, issue.id);
    await answer(deps, officer, issue.id, { version, text: what.answer, on: replied });
    if (last) continue;
    office.on(addDays(replied, 5));
    await call('inspector', 'POST', `/api/inspections/findings/${issue.id}/close`, {
      ...{ version: version + 1, text: '经现场核实，已整改到位' },
    });
  }
}

/** 督导调度 with a finding for a unit. */
async function meeting(office: HistoryOffice, month: Month): Promise<void> {
  const { call } = office;
  const subject = `${month.slice(0, 4)}年第三季度工作调度会`;
  const on = day(`${month}-22`);
  if (await known(office, subject, on)) return;
  const posted = await office.deps.db.prisma.assignment.findMany({
    where: { cadre: { unit: { name: '区财政局' } }, state: 'inForce' },
    select: { villageId: true, cadre: { select: { unitId: true } } },
    distinct: 'villageId',
    orderBy: { village: { code: 'asc' } },
  });
  const [first] = posted;
  if (!first) return;
  office.on(on);
  const inspection = await call<Inspection>('office', 'POST', '/api/inspections', {
    ...{ kind: 'dispatching', day: on, subject, team: '区选派办、区委组织部' },
    villageIds: posted.map(({ villageId }) => villageId),
    summary: '听取派出单位和镇街汇报，部署下一步工作。',
  });
  const issue = await call<IssueDetail>(
    'office',
    'POST',
    `/api/inspections/visits/${inspection.id}/findings`,
    {
      ...{ villageId: first.villageId, kind: 'help', severity: 'minor' },
      ...{ text: '帮扶计划中的技术培训还没有开展', deadline: addDays(on, 30) },
      ...{ responsible: 'unit', unitId: first.cadre.unitId },
    },
  );
  // The unit answers the first year's; of the second it still owes the answer.
  if (month !== '2015-09') return;
  const replied = addDays(on, 21);
  office.on(replied);
  const path = `/api/inspections/findings/${issue.id}`;
  await call('liaison', 'POST', `${path}/answer`, {
    ...{ version: 1, text: '已举办大棚种植培训两期，86人参加', on: replied },
  });
  office.on(addDays(replied, 5));
  await call('office', 'POST', `${path}/close`, { version: 2, text: '查看签到和照片，属实' });
}

const leaders = [
  { name: '赵长河', position: '区委副书记', username: 'leader', township: '郑旺镇' },
  { name: '钱立新', position: '区委常委、组织部部长', username: null, township: '朝阳街道' },
  { name: '孙立平', position: '副区长', username: null, township: '汤头街道' },
];

async function linkLeaders(office: HistoryOffice): Promise<void> {
  const { call, deps } = office;
  if ((await deps.db.prisma.districtLeader.count()) > 0) return;
  office.on(day('2015-06-15'));
  for (const { township, ...leader } of leaders) {
    const { id } = await call<Leader>('planner', 'POST', '/api/inspections/leaders', leader);
    for (const village of (await villagesOf(office, township)).slice(0, 3)) {
      await call('planner', 'POST', `/api/inspections/leaders/${id}/links`, {
        ...{ villageId: village.id, startsOn: '2015-06-15', intervalDays: 180 },
      });
    }
  }
}

const questions: Readonly<Record<string, string>> = {
  '2015-08': '村内排水渠何时疏通',
  '2016-03': '春灌机井什么时候通电',
  '2016-08': '卫生室药品能否及时补充',
  '2016-12': '冬季取暖补助何时发放到户',
};

/** The township answers in ten days, and the district closes it. */
async function answerQuestion(
  { call, on, ...office }: HistoryOffice,
  id: string,
  asked: PlainDate,
) {
  const question = await office.deps.db.prisma.finding.findFirstOrThrow({
    where: { inspectionId: id },
  });
  const path = `/api/inspections/findings/${question.id}`;
  const replied = addDays(asked, 10);
  on(replied);
  await call('officer', 'POST', `${path}/answer`, {
    ...{ version: 1, text: '已办结，并向群众作了说明', on: replied },
  });
  on(addDays(replied, 5));
  await call('planner', 'POST', `${path}/close`, { version: 2, text: '电话回访群众，属实' });
}

/** Each leader visits; the third one comes to one village alone, so that others are overdue. */
async function visit(office: HistoryOffice, month: Month): Promise<void> {
  const { items } = await office.call<{ items: Leader[] }>(
    'planner',
    'GET',
    '/api/inspections/leaders',
  );
  const on = day(`${month}-18`);
  for (const [at, leader] of items.entries()) {
    for (const link of leader.links.slice(0, at === 2 ? 1 : 3)) {
      const subject = `${leader.name}到${link.villageName}调研`;
      if (await known(office, subject, on)) continue;
      office.on(on);
      const asks = at === 0 && link === leader.links[0];
      const inspection = await office.call<Inspection>(
        'planner',
        'POST',
        `/api/inspections/leaders/${leader.id}/visits`,
        {
          ...{ villageId: link.villageId, day: on, summary: '实地察看产业项目，走访困难群众。' },
          questions: asks
            ? [
                {
                  ...{ text: questions[month] ?? '', deadline: addDays(on, 20) },
                  responsible: 'township',
                },
              ]
            : [],
        },
      );
      if (asks && month !== '2016-12') await answerQuestion(office, inspection.id, on);
    }
  }
}
