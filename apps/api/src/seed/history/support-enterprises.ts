import type { Month } from '@xuanpai/contracts/attendance';
import type { PlainDate } from '@xuanpai/contracts/values';
import { checkCharacterOf } from '@xuanpai/domain/support/credit-code';
import { changePairing, pair } from '../../modules/support/enterprises/pair.ts';
import { addEnterprise, changeEnterprise } from '../../modules/support/enterprises/write.ts';
import { decide } from '../../modules/support/help/decide.ts';
import { addHelp } from '../../modules/support/help/enter.ts';
import type { HistoryOffice } from './history-office.ts';
import type { HelpedVillage } from './support.ts';

const trades = [
  ['沂蒙食品有限公司', '食品加工'],
  ['牧业有限公司', '畜禽养殖'],
  ['板材有限公司', '板材'],
  ['果蔬专业合作社', '果蔬种植'],
] as const;

/** An enterprise a township helps of its own will, from September 2015; codes come in the new year. */
export async function pairEnterprises(
  office: HistoryOffice,
  month: Month,
  villages: readonly HelpedVillage[],
): Promise<void> {
  const townships = [...new Map(villages.map(({ township }) => [township.id, township])).values()];
  for (const [at, township] of townships.entries()) {
    const own = villages.filter((village) => village.township.id === township.id);
    if (month === '2015-09') await register(office, township, own, at);
    if (month === '2016-01') await addCode(office, township, at);
    if (month === '2016-06' && at === 2) await endOne(office, township);
    if (month === '2016-02' || month === '2016-09') await give(office, month, township, at);
  }
}

type Township = HelpedVillage['township'];

const nameOf = (township: Township, at: number) =>
  `${township.name.replace(/(街道|镇|乡|经济开发区|园区)$/, '')}${trades[at % trades.length]?.[0]}`;

const found = ({ deps }: HistoryOffice, township: Township, at: number) =>
  deps.db.prisma.enterprise.findUnique({
    where: { name: nameOf(township, at) },
    include: { pairings: { orderBy: { startsOn: 'asc' } } },
  });

async function register(
  office: HistoryOffice,
  township: Township,
  own: readonly HelpedVillage[],
  at: number,
): Promise<void> {
  if (await found(office, township, at)) return;
  office.on('2015-09-08' as PlainDate);
  const officer = await office.officerOf(township);
  const enterpriseId = await addEnterprise(office.deps, officer, {
    ...{ name: nameOf(township, at), industry: trades[at % trades.length]?.[1] ?? null },
    ...{ townshipId: township.id, contactName: '李经理', contactPhone: `1990000${1000 + at}` },
  });
  for (const { id: villageId } of own.filter((_, place) => place % 9 === at % 3)) {
    const startsOn = '2015-09-10' as PlainDate;
    await pair(office.deps, officer, { enterpriseId, villageId, startsOn, endsOn: null });
  }
}

async function addCode(office: HistoryOffice, township: Township, at: number): Promise<void> {
  const enterprise = await found(office, township, at);
  if (!enterprise || enterprise.creditCode !== null || at % 4 === 3) return;
  office.on('2016-01-12' as PlainDate);
  const first17 = `91371312MA3${String(100_000 + at * 733).slice(-6)}`;
  await changeEnterprise(office.deps, await office.officerOf(township), enterprise.id, {
    ...{ creditCode: first17 + checkCharacterOf(first17), version: enterprise.version },
  });
}

async function endOne(office: HistoryOffice, township: Township): Promise<void> {
  const pairing = (await found(office, township, 2))?.pairings[0];
  if (!pairing || pairing.endsOn !== null) return;
  office.on('2016-06-20' as PlainDate);
  await changePairing(office.deps, await office.officerOf(township), pairing.id, {
    ...{ startsOn: '2015-09-10' as PlainDate, endsOn: '2016-06-15' as PlainDate },
    ...{ note: '企业迁出', version: pairing.version },
  });
}

/** What an enterprise gives is entered by the township's officer and confirmed by its head. */
async function give(
  office: HistoryOffice,
  month: Month,
  township: Township,
  at: number,
): Promise<void> {
  const enterprise = await found(office, township, at);
  if (!enterprise) return;
  office.on(`${month}-20` as PlainDate);
  const { deps } = office;
  for (const { villageId, endsOn } of enterprise.pairings) {
    const content = `${month.slice(0, 4)}年捐资助学助困`;
    const known = { villageId, enterpriseId: enterprise.id, content };
    if (endsOn !== null || (await deps.db.prisma.help.count({ where: known })) > 0) continue;
    const amount = `${5 + ((at + Number(month.slice(5))) % 12)}000.00`;
    const done = { doneOn: `${month}-18` as PlainDate, amount, text: '已送到村，附收据' };
    const id = await addHelp(deps, await office.officerOf(township), {
      ...{ ...known, kind: 'money', done },
    });
    const { version } = await deps.db.prisma.help.findUniqueOrThrow({ where: { id } });
    await decide(deps, await office.headOf(township), id, { confirm: true, version });
  }
}
