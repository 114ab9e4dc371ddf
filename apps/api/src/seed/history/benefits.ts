import type { PlainDate } from '@xuanpai/contracts/values';
import type { ExpenseAccount, ExpensePerson } from '@xuanpai/contracts/work-expenses';
import { addAmount, create } from '../../modules/township-benefits/write.ts';
import { close } from '../../modules/work-expenses/close.ts';
import { enterUse, pay } from '../../modules/work-expenses/lines.ts';
import type { HistoryOffice } from './history-office.ts';

const day = (text: string) => text as PlainDate;

/** A year of the posts: when units paid, what it was used for, when the office closed it. */
const years = [
  { year: 1, paid: day('2015-09-15'), used: day('2015-11-20'), closed: day('2016-06-24') },
  { year: 2, paid: day('2016-09-14'), used: day('2016-11-18'), closed: null },
] as const;
type HistoryYear = (typeof years)[number];

/**
 * 工作经费 of both years by most units, the first closed where it was paid; townships’ own benefits.
 * Some units still owe. What is there already stays.
 */
export async function payExpenses(
  office: HistoryOffice,
  batchId: string,
  townships: readonly { id: string; name: string }[],
): Promise<void> {
  const { prisma } = office.deps.db;
  if ((await prisma.townshipBenefit.count()) > 0) return;
  for (const of of years) await payYear(office, batchId, of);
  for (const [at, township] of townships.entries()) await giveOwn(office, township, at);
}

async function payYear(office: HistoryOffice, batchId: string, of: HistoryYear): Promise<void> {
  const { deps } = office;
  const path = `/api/work-expenses?batchId=${batchId}&year=${of.year}&pageSize=200`;
  const { items } = await office.call<{ items: ExpenseAccount[] }>('office', 'GET', path);
  const actor = await office.actorOf('office');
  for (const [at, account] of items.entries()) {
    // Of the second year a third has paid nothing yet, of the first one unit in twelve.
    if (at % (of.year === 1 ? 12 : 3) === 2 || account.closedAt !== null) continue;
    for (const [place, person] of account.people.entries()) {
      // Who came later was paid for with the place: the unit had paid the whole year by then.
      if (person.paid !== '0.00' || person.from > of.paid) continue;
      office.on(of.paid);
      await pay(deps, actor, account.unitId, paymentOf(batchId, of, { person, at, place }));
      if (at % 4 === 0) {
        office.on(of.used);
        const spent = { batchId, year: of.year, cadreId: person.cadreId, usedOn: of.used };
        await enterUse(deps, actor, account.unitId, {
          ...{ ...spent, amount: '860.00', purpose: 'villagers', content: '走访慰问困难户12户' },
          voucher: `支-${of.year}${at}${place}`,
        });
      }
    }
    if (of.closed === null || at % 2 === 1) continue;
    office.on(of.closed);
    await close(deps, actor, account.unitId, { batchId, year: of.year, ...noteFor(account) });
  }
}

function paymentOf(
  batchId: string,
  of: HistoryYear,
  { person, at, place }: { person: ExpensePerson; at: number; place: number },
) {
  const { cadreId, villageName } = person;
  return {
    ...{ batchId, year: of.year, cadreId, amount: wholeOf(person), paidOn: of.paid },
    ...({ payeeKind: 'village', payee: `${villageName}经济合作社` } as const),
    account: `91360000${String(10_000 + at * 10 + place)}`,
    voucher: `记-${of.year}${at}${place}`,
  };
}

/** In September nobody knew that somebody else would follow in the year. */
const wholeOf = ({ due, days }: ExpensePerson) => (days < 350 ? '6000.00' : due);

/** Where somebody had been paid for before, the sums may differ. */
const noteFor = ({ paid }: ExpenseAccount) =>
  paid === '0.00' ? {} : { note: '与此前拨付合并核对无误' };

async function giveOwn(
  office: HistoryOffice,
  township: { id: string; name: string },
  at: number,
): Promise<void> {
  const { deps } = office;
  office.on(day('2015-07-10'));
  const actor = await office.officerOf(township);
  const id = await create(deps, actor, {
    ...{ townshipId: township.id, title: at % 2 === 0 ? '到村交通补助' : '任职伙食补助' },
    content: '镇街选派的挂职干部到村工作期间按月补助，每季度发放一次。',
    documentNumber: `${township.name}〔2015〕${20 + at}号`,
    ...{ startsOn: day('2015-06-01'), endsOn: day('2017-05-31') },
  });
  const posts = await deps.db.prisma.assignment.findMany({
    where: { tier: 'township', state: 'inForce', village: { townshipId: township.id } },
    orderBy: { id: 'asc' },
    distinct: ['cadreId'],
    take: 4,
    select: { cadreId: true },
  });
  office.on(day('2015-10-12'));
  for (const { cadreId } of posts) {
    await addAmount(deps, actor, id, { cadreId, givenOn: day('2015-10-10'), amount: '900.00' });
  }
}
