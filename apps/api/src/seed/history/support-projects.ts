import type { Month } from '@xuanpai/contracts/attendance';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import { accept, takeStep } from '../../modules/support/projects/step.ts';
import { addProject, changeProject, pay } from '../../modules/support/projects/write.ts';
import type { HistoryOffice } from './history-office.ts';
import type { HelpedVillage } from './support.ts';

const kinds = [
  ['村内道路硬化', 'infrastructure', '硬化村内主街，方便群众出行'],
  ['饮水管网改造', 'infrastructure', '更换老旧管网，解决吃水难'],
  ['养殖小区', 'industry', '集中养殖，增加集体和群众收入'],
  ['党群服务中心修缮', 'services', '修缮办公和活动场所'],
] as const;

/** What happens to a project in which month; every fifth is stopped, every fourth is late. */
export async function carryOutProjects(
  office: HistoryOffice,
  month: Month,
  villages: readonly HelpedVillage[],
): Promise<void> {
  // Among those with public funds, and the one of the demo's liaison.
  const chosen = villages.filter(({ at, unit }) => at % 12 === 0 || unit?.name === '区财政局');
  for (const [order, village] of chosen.entries()) {
    if (month === '2015-10') await begin(office, village, order);
    const project = await projectOf(office, village, order);
    if (!project) continue;
    if (month === '2015-12') await receive(office, village, project, order);
    if (month === '2016-04' && order % 5 === 4) await stop(office, village, project);
    if (month === '2016-06' && order % 5 !== 4) await spend(office, village, project, order);
    if (month === '2016-09' && order % 5 < 2) await finish(office, village, project);
  }
}

const nameOf = (order: number) => kinds[order % kinds.length] ?? kinds[0];

async function projectOf({ deps }: HistoryOffice, village: HelpedVillage, order: number) {
  const [name] = nameOf(order);
  return deps.db.prisma.project.findFirst({
    where: { villageId: village.id, name },
    include: { sources: true, milestones: { orderBy: { dueOn: 'asc' } } },
  });
}
type Found = NonNullable<Awaited<ReturnType<typeof projectOf>>>;

async function begin(office: HistoryOffice, village: HelpedVillage, order: number): Promise<void> {
  if (await projectOf(office, village, order)) return;
  office.on('2015-10-12' as PlainDate);
  const { deps } = office;
  const officer = await office.officerOf(village.township);
  const [name, kind, purpose] = nameOf(order);
  const fund = await deps.db.prisma.villageFund.findFirst({ where: { villageId: village.id } });
  const id = await addProject(deps, officer, {
    ...{ villageId: village.id, name, kind, purpose },
    sources: [
      ...(fund
        ? [{ kind: 'publicFund' as const, fundId: fund.id, planned: fund.amount.toFixed(2) }]
        : []),
      ...(village.unit
        ? [{ kind: 'unit' as const, unitId: village.unit.id, planned: '30000.00' }]
        : []),
      { kind: 'village' as const, planned: `${5 + (order % 4) * 2}000.00` },
    ],
    milestones: [
      { name: '立项和招标', dueOn: '2015-11-30' as PlainDate },
      { name: '开工', dueOn: '2016-03-31' as PlainDate },
      { name: '完工', dueOn: '2016-08-31' as PlainDate },
    ],
  });
  await takeStep(deps, officer, id, {
    ...{ act: 'begin', day: '2015-10-12' as PlainDate, version: 1 },
  });
}

async function receive(
  office: HistoryOffice,
  village: HelpedVillage,
  { id, sources, version, received }: Found,
  order: number,
): Promise<void> {
  if (Number(received) > 0) return;
  office.on('2015-12-22' as PlainDate);
  const officer = await office.officerOf(village.township);
  // From some the first source has come, and no other.
  const come = order % 4 === 3 ? sources.slice(0, 1) : sources;
  for (const [at, source] of come.entries()) {
    await pay(office.deps, officer, id, {
      ...{ kind: 'received', sourceId: source.id, paidOn: '2015-12-20' as PlainDate },
      ...{ amount: source.planned.toFixed(2), voucher: `收-${order + 1}-${at + 1}` },
      version: version + at,
    });
  }
}

async function stop(office: HistoryOffice, village: HelpedVillage, project: Found): Promise<void> {
  if (project.state !== 'underWay') return;
  office.on('2016-04-20' as PlainDate);
  await takeStep(office.deps, await office.officerOf(village.township), project.id, {
    ...{ act: 'stop', day: '2016-04-18' as PlainDate, version: project.version },
    text: '用地手续没有办下来，资金转入下年度安排',
  });
}

/** The first two milestones are done; of the money a part is spent in either year. */
async function spend(
  office: HistoryOffice,
  village: HelpedVillage,
  { id, version, spent, received, milestones }: Found,
  order: number,
): Promise<void> {
  if (Number(spent) > 0) return;
  office.on('2016-06-24' as PlainDate);
  const { deps } = office;
  const officer = await office.officerOf(village.township);
  // Those that are finished have spent it all.
  const part = order % 5 < 2 ? 0.5 : 0.35;
  const half = (Number(received) * part).toFixed(2);
  const days = ['2015-12-28', '2016-06-20'] as const;
  for (const [at, paidOn] of days.entries()) {
    await pay(deps, officer, id, {
      ...{ kind: 'spent', paidOn: paidOn as PlainDate, amount: half },
      ...{ voucher: `付-${order + 1}-${at + 1}`, version: version + at },
    });
  }
  const doneOn = ['2015-11-25', '2016-03-30'] as const;
  await changeProject(deps, officer, id, {
    version: version + days.length,
    milestones: milestones.map((stage, at) => ({
      ...{ id: stage.id, name: stage.name, dueOn: toPlainDate(stage.dueOn) as PlainDate },
      doneOn: (doneOn[at] ?? null) as PlainDate | null,
    })),
  });
}

async function finish(
  office: HistoryOffice,
  village: HelpedVillage,
  { id, version, state, milestones }: Found,
): Promise<void> {
  if (state !== 'underWay') return;
  office.on('2016-09-20' as PlainDate);
  const { deps } = office;
  const officer = await office.officerOf(village.township);
  await changeProject(deps, officer, id, {
    version,
    milestones: milestones.map((stage) => ({
      ...{ id: stage.id, name: stage.name, dueOn: toPlainDate(stage.dueOn) as PlainDate },
      doneOn: toPlainDate(stage.doneOn ?? new Date('2016-08-28T00:00:00Z')) as PlainDate,
    })),
  });
  const day = '2016-08-28' as PlainDate;
  await takeStep(deps, officer, id, { act: 'finish', day, version: version + 1 });
  await accept(deps, await office.headOf(village.township), id, {
    ...{ day: '2016-09-18' as PlainDate, version: version + 2 },
    text: '镇村和派出单位联合验收，质量合格',
  });
}
