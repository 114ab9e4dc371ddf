import type { Month } from '@xuanpai/contracts/attendance';
import type { PlainDate } from '@xuanpai/contracts/values';
import { monthAfter } from '@xuanpai/domain/attendance/month';
import type { ProcessDeps } from '../../lib/deps.ts';
import { seedDemo } from '../demo.ts';
import { appraiseCadres, issueWorkRules } from './appraise.ts';
import { payExpenses } from './benefits.ts';
import { changePosts } from './change-posts.ts';
import { evaluate } from './evaluate.ts';
import { findAtVillages, takeLeave } from './explained-days.ts';
import { attachFiles, setFileInstants } from './files.ts';
import { openOffice } from './history-office.ts';
import { setInstants } from './instants.ts';
import { issuePlan } from './issue-plan.ts';
import {
  correctOnce,
  type HistoryTownship,
  logMonth,
  returnOnce,
  type Stage,
} from './log-months.ts';
import { settleIn } from './settle-in.ts';
import { openStages } from './stages.ts';
import { superviseMonth } from './supervision.ts';
import { helpVillages } from './support.ts';
import { setSupportInstants } from './support-instants.ts';
import { reportTargets } from './targets.ts';
import { prepareTermEnds, useBenefit } from './term-ends.ts';
import { train, writeExamples } from './trainings.ts';

const marker = 'history-seeded';
const noticeDay = '2015-04-24' as PlainDate;
const firstMonth = '2015-06' as Month;
/** The month before the day on which the demo stands: under way. */
const lastMonth = '2016-12' as Month;

/**
 * The sample district in January 2017: dispatched, changed, and nineteen months on, by the functions
 * that people write with. Begun but unfinished, it goes on where it stopped.
 */
export async function seedHistory(
  deps: ProcessDeps,
  password: string,
  folder: string,
  say: (words: string) => void,
): Promise<void> {
  const { prisma } = deps.db;
  const office = await openOffice(deps, password, noticeDay);
  try {
    await seedDemo(office.app, { ...deps, today: () => noticeDay }, password, folder);
    if (await prisma.setting.findUnique({ where: { key: marker } })) return;
    say(
      '正在生成示例区两年的记录，约需一分钟… / making the sample district’s two years, about a minute…',
    );
    const stage = await openStages(deps, say);
    await stage('印发 issue', () => issuePlan(office));
    await stage('到任 arrival', async () => {
      await settleIn(office);
      await train(office, monthAfter(firstMonth, -1));
    });
    const townships = await prisma.region.findMany({
      where: { level: 'township' },
      select: { id: true, name: true, code: true },
      orderBy: { code: 'asc' },
    });
    for (let month = firstMonth; month < lastMonth; month = monthAfter(month)) {
      await stage(month, () => pastMonths(office, townships, month));
    }
    await stage(lastMonth, () => thisMonth(office, townships));
    await stage('典型 examples', () => writeExamples(office));
    const { id: batchId } = await prisma.batch.findFirstOrThrow({ select: { id: true } });
    await stage('目标 targets', async () => {
      await reportTargets(office, batchId, townships, deps.today());
      await issueWorkRules(office);
      await appraiseCadres(office, batchId, townships, deps.today());
    });
    await stage('考核 evaluations', () => evaluate(office, batchId));
    await stage('待遇 benefits', async () => {
      await payExpenses(office, batchId, townships);
      await useBenefit(office);
    });
    await stage('期满 term ends', () => prepareTermEnds(office));
    await stage('附件 files', () => attachFiles(office));
    await stage('时间 days', async () => {
      await setInstants(deps);
      await setSupportInstants(deps);
      await setFileInstants(deps);
    });
    await prisma.setting.create({ data: { key: marker, value: true } });
  } finally {
    await office.close();
  }
}

type Office = Awaited<ReturnType<typeof openOffice>>;

/** What happened in a month that is over. */
async function pastMonths(
  office: Office,
  townships: readonly HistoryTownship[],
  month: Month,
): Promise<void> {
  await changePosts(office, month);
  await takeLeave(office, month);
  await train(office, month);
  for (const township of townships) await pastMonth(office, township, month);
  await findAtVillages(office, month);
  await helpVillages(office, month);
  await superviseMonth(office, month);
}

/** The month that is under way, township by township. */
async function thisMonth(office: Office, townships: readonly HistoryTownship[]): Promise<void> {
  await takeLeave(office, lastMonth);
  for (const township of townships) {
    await logMonth(office, township, lastMonth, stageOf(township));
  }
  await findAtVillages(office, lastMonth);
  await helpVillages(office, lastMonth);
  await superviseMonth(office, lastMonth);
  await takeLeave(office, monthAfter(lastMonth));
}

async function pastMonth(office: Office, township: HistoryTownship, month: Month): Promise<void> {
  if (township.name === '郑旺镇' && month === '2016-03') await returnOnce(office, township, month);
  await logMonth(office, township, month);
  if (township.name === '朝阳街道' && month === '2016-05') {
    await correctOnce(office, township, month);
    await logMonth(office, township, month);
  }
}

/** How far each has come with the last month: something is left to do for everybody. */
function stageOf({ name }: HistoryTownship): Stage {
  const stages: Readonly<Record<string, Stage>> = {
    郑旺镇: 'filled',
    朝阳街道: 'submitted',
    汤头街道: 'signed',
    相公街道: 'complete',
    汤河镇: 'confirmed',
  };
  return stages[name] ?? 'submitted';
}
