import type { Month } from '@xuanpai/contracts/attendance';
import type { HelpKind } from '@xuanpai/contracts/support-words';
import type { PlainDate } from '@xuanpai/contracts/values';
import { createRandom } from '@xuanpai/planner/random';
import { type Actor, systemActor } from '../../lib/actor.ts';
import { decide } from '../../modules/support/help/decide.ts';
import { addHelp } from '../../modules/support/help/enter.ts';
import { report } from '../../modules/support/help/report.ts';
import { addFund } from '../../modules/support/villages/funds.ts';
import type { HistoryOffice } from './history-office.ts';
import { pairEnterprises } from './support-enterprises.ts';
import { carryOutProjects } from './support-projects.ts';

/** A village with the unit that has somebody in post there. */
export interface HelpedVillage {
  id: string;
  name: string;
  at: number;
  township: { id: string; name: string };
  unit: { id: string; name: string } | null;
}

/**
 * What a month brings to the villages: public funds twice, promises of the units and what they did of
 * them, enterprises and projects. Some promises stay owed. Does nothing twice.
 */
export async function helpVillages(office: HistoryOffice, month: Month): Promise<void> {
  const villages = await helpedVillages(office, `${month}-15`);
  if (month === '2015-08' || month === '2016-03') await giveFunds(office, month, villages);
  await pairEnterprises(office, month, villages);
  await promise(office, month, villages);
  await deliver(office, month, villages);
  await giveMore(office, month, villages);
  await carryOutProjects(office, month, villages);
}

async function helpedVillages({ deps }: HistoryOffice, on: string): Promise<HelpedVillage[]> {
  const at = new Date(`${on}T00:00:00Z`);
  const found = await deps.db.prisma.village.findMany({
    select: {
      id: true,
      name: true,
      township: { select: { id: true, name: true } },
      assignments: {
        where: {
          ...{ state: 'inForce', startsOn: { lte: at } },
          OR: [{ endsOn: null }, { endsOn: { gte: at } }],
        },
        orderBy: { post: 'asc' },
        take: 1,
        select: { tier: true, cadre: { select: { unit: { select: { id: true, name: true } } } } },
      },
    },
    orderBy: { code: 'asc' },
  });
  return found.map(({ assignments: [post], ...village }, place) => ({
    ...{ ...village, at: place },
    unit: post?.tier === 'district' ? post.cadre.unit : null,
  }));
}

const fundSources = ['区级一事一议财政奖补', '市级扶贫专项资金', '区级农村社区建设补助'] as const;

async function giveFunds(
  office: HistoryOffice,
  month: Month,
  villages: readonly HelpedVillage[],
): Promise<void> {
  const { deps } = office;
  office.on(`${month}-20` as PlainDate);
  const year = Number(month.slice(0, 4));
  const known = await deps.db.prisma.villageFund.findMany({ where: { year } });
  const given = new Set(known.map(({ villageId }) => villageId));
  const random = createRandom(year);
  for (const { id, at, township } of villages) {
    const amount = `${20 + Math.floor(random() * 100)}000.00`;
    if (at % 3 > 0 || given.has(id)) continue;
    await addFund(deps, await office.officerOf(township), {
      ...{ villageId: id, year, amount, note: null },
      source: fundSources[at % fundSources.length] ?? fundSources[0],
      document: `河财农〔${year}〕${10 + (at % 40)}号`,
    });
  }
}

/** Whose liaison the unit's is: an account of the demo where there is one. */
async function liaisonOf({ deps }: HistoryOffice, unit: { id: string; name: string }) {
  const held = await deps.db.prisma.userRole.findFirst({
    where: { role: 'liaison', unitId: unit.id },
    include: { user: { select: { id: true, username: true, name: true } } },
  });
  return {
    ...systemActor,
    userId: held?.user.id ?? null,
    username: held?.user.username ?? 'history',
    name: held?.user.name ?? `${unit.name}联络员`,
    roles: ['liaison'],
    grants: [{ role: 'liaison', townshipId: null, unitId: unit.id }],
  } satisfies Actor;
}

const sent = (villages: readonly HelpedVillage[]) =>
  villages.flatMap(({ unit, ...village }, at) => (unit ? [{ ...village, unit, order: at }] : []));

const promised = [
  '资助硬化村内道路',
  '资助安装路灯',
  '资助维修活动场所',
  '资助购置办公用品',
] as const;

/** The demo has an account for its liaison. */
const liaisonsUnit = '区财政局';

/** A unit in six a month, from September 2015 on: money by the end of the year. */
async function promise(
  office: HistoryOffice,
  month: Month,
  villages: readonly HelpedVillage[],
): Promise<void> {
  const turn = ['2015-09', '2015-10', '2016-04', '2016-05', '2016-11'].indexOf(month);
  if (turn < 0) return;
  office.on(`${month}-10` as PlainDate);
  const random = createRandom(turn + 7);
  for (const { id, unit, order } of sent(villages)) {
    const amount = `${1 + Math.floor(random() * 5)}0000.00`;
    if (order % 6 !== turn % 6 && unit.name !== liaisonsUnit) continue;
    const content = promised[(order + turn) % promised.length] ?? promised[0];
    if (await isThere(office, { villageId: id, unitId: unit.id, content })) continue;
    await addHelp(office.deps, await liaisonOf(office, unit), {
      ...{ villageId: id, unitId: unit.id, kind: 'money', content, amount },
      dueOn: (month === '2016-11' ? '2017-05-31' : `${month.slice(0, 4)}-12-20`) as PlainDate,
    });
  }
}

/** Before the year ends most of what was promised is paid and confirmed; one in eight stays owed. */
async function deliver(
  office: HistoryOffice,
  month: Month,
  villages: readonly HelpedVillage[],
): Promise<void> {
  if (month !== '2015-12' && month !== '2016-12') return;
  office.on(`${month}-18` as PlainDate);
  const { deps } = office;
  for (const { id, name, township, unit, order } of sent(villages)) {
    if (order % 8 === 3) continue;
    const open = await deps.db.prisma.help.findMany({
      where: {
        ...{ villageId: id, unitId: unit.id, state: 'promised' },
        dueOn: { lt: new Date(`${month}-31T00:00:00Z`) },
      },
    });
    for (const { id: helpId, amount, version } of open) {
      await report(deps, await liaisonOf(office, unit), helpId, {
        ...{ doneOn: `${month}-15` as PlainDate, version },
        ...(amount ? { amount: amount.toFixed(2) } : {}),
        text: `款已拨付到${township.name}经管站，用于${name}`,
      });
      // In the last month the township has something to confirm.
      if (month === '2016-12' && order % 3 === 0) continue;
      const head = await office.headOf(township);
      await decide(deps, head, helpId, { confirm: true, version: version + 1 });
    }
  }
}

const more: readonly [HelpKind, string, string][] = [
  ['visits', '走访困难党员和群众', '入户走访，送去慰问品'],
  ['training', '种植养殖技术培训', '请区农业局技术人员到村讲课'],
  ['goods', '捐赠化肥和农机具', '已送到村并登记'],
];

/** Between the promises: visits, lessons and goods, told when they are done. */
async function giveMore(
  office: HistoryOffice,
  month: Month,
  villages: readonly HelpedVillage[],
): Promise<void> {
  const turn = ['2015-07', '2016-01', '2016-07', '2016-10'].indexOf(month);
  if (turn < 0) return;
  office.on(`${month}-22` as PlainDate);
  const { deps } = office;
  for (const { id, township, unit, order } of sent(villages)) {
    if (order % 6 !== turn % 6 && unit.name !== liaisonsUnit) continue;
    const [kind, what, text] = more[(order + turn) % more.length] ?? ['visits', '走访', '走访'];
    const content = `${month.slice(0, 4)}年${Number(month.slice(5))}月${what}`;
    if (await isThere(office, { villageId: id, unitId: unit.id, content })) continue;
    const figures =
      kind === 'goods'
        ? { amount: `${3 + (order % 6)}000.00` }
        : { quantity: kind === 'training' ? 30 + (order % 5) * 10 : 1 };
    const done = { doneOn: `${month}-20` as PlainDate, text, ...figures };
    const given = { villageId: id, unitId: unit.id, kind, content, done };
    const helpId = await addHelp(deps, await liaisonOf(office, unit), given);
    const row = await deps.db.prisma.help.findUniqueOrThrow({ where: { id: helpId } });
    const { version } = row;
    await decide(deps, await office.officerOf(township), helpId, { confirm: true, version });
  }
}

async function isThere(
  { deps }: HistoryOffice,
  where: { villageId: string; unitId: string; content: string },
): Promise<boolean> {
  return (await deps.db.prisma.help.count({ where })) > 0;
}
