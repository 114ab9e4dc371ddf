import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type {
  addTownshipAmount,
  changeTownshipBenefit,
  createTownshipBenefit,
} from '@xuanpai/contracts/township-benefits';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import { earliestGiven } from '@xuanpai/domain/benefits/earliest';
import { dayFaults } from '@xuanpai/domain/office/day-bounds';
import type { Actor } from '../../lib/actor.ts';
import { type Fault, invalid, notFound } from '../../lib/api-error.ts';
import { difference, record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { lockRow } from '../../lib/lock.ts';
import { batchAsked } from '../../lib/records/latest-batch.ts';
import { refuse } from '../../lib/refuse.ts';
import { reachesTownship } from '../../lib/support/reach.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';

type Input = BodyOf<typeof createTownshipBenefit>;
type Fields = Pick<Input, 'title' | 'content' | 'documentNumber' | 'startsOn' | 'endsOn'>;

export function create(deps: Deps, actor: Actor, input: Input): Promise<string> {
  return writeAs(deps, actor, async (tx) => {
    const { townshipId, batchId, ...fields } = input;
    const township = await tx.region.findFirst({ where: { id: townshipId, level: 'township' } });
    if (!township || !reachesTownship(actor, 'townshipBenefits.write', townshipId))
      throw notFound();
    const batch = await batchAsked(tx, batchId);
    if (!batch) throw notFound();
    refuse(spanFaults(fields));
    const { id } = await tx.townshipBenefit.create({
      data: { ...dataOf(fields), townshipId, batchId: batch.id, enteredByName: actor.name },
    });
    record(tx, {
      ...{ action: 'townshipBenefit.create', entity: 'townshipBenefit', entityId: id },
      params: { name: township.name, title: fields.title },
      changes: [
        {
          ...{ entity: 'townshipBenefit', entityId: id, versionAfter: 1 },
          ...{ before: null, after: { ...fields } },
        },
      ],
    });
    return id;
  });
}

export function change(
  deps: Deps,
  actor: Actor,
  id: string,
  { version: seen, ...fields }: BodyOf<typeof changeTownshipBenefit>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const row = await hold(tx, actor, id, seen);
    refuse([...spanFaults(fields), ...(await givenFaults(tx, id, fields))]);
    const versionAfter = row.version + 1;
    await tx.townshipBenefit.update({
      where: { id },
      data: { ...dataOf(fields), version: versionAfter },
    });
    record(tx, {
      ...{ action: 'townshipBenefit.update', entity: 'townshipBenefit', entityId: id },
      params: { name: row.township.name, title: fields.title },
      changes: [
        {
          ...{ entity: 'townshipBenefit', entityId: id, versionAfter },
          ...difference(fieldsOf(row), { ...fields }),
        },
      ],
    });
  });
}

export function remove(deps: Deps, actor: Actor, id: string, seen: number): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const row = await hold(tx, actor, id, seen);
    if (row._count.amounts > 0) {
      const message = {
        zh: '已登记金额，请先删除各人的金额。',
        en: 'There are amounts; remove them first.',
      };
      throw invalid([{ path: 'id', code: 'amountsThere', message }]);
    }
    await tx.townshipBenefit.delete({ where: { id } });
    record(tx, {
      ...{ action: 'townshipBenefit.delete', entity: 'townshipBenefit', entityId: id },
      params: { name: row.township.name, title: row.title },
      changes: [
        { entity: 'townshipBenefit', entityId: id, before: { ...fieldsOf(row) }, after: null },
      ],
    });
  });
}

/** B5: an amount for one of the township's own cadres in post in the batch. */
export function addAmount(
  deps: Deps,
  actor: Actor,
  id: string,
  { cadreId, givenOn, amount, note = null }: BodyOf<typeof addTownshipAmount>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const row = await hold(tx, actor, id, null);
    refuse([
      ...(await personFaults(tx, row, cadreId)),
      ...dayFaults('givenOn', givenOn, deps.today(), earliestGiven(fieldsOf(row))),
    ]);
    const made = await tx.townshipBenefitAmount.create({
      data: {
        ...{ benefitId: id, cadreId, givenOn: toDate(givenOn), amount, note: note || null },
        enteredByName: actor.name,
      },
      include: { cadre: { select: { name: true } } },
    });
    record(tx, {
      ...{ action: 'townshipBenefit.addAmount', entity: 'townshipBenefitAmount' },
      ...{ entityId: made.id, params: { name: made.cadre.name, title: row.title, amount } },
      changes: [
        {
          ...{ entity: 'townshipBenefitAmount', entityId: made.id, before: null },
          after: { cadreId, givenOn, amount },
        },
      ],
    });
  });
}

export function removeAmount(
  deps: Deps,
  actor: Actor,
  id: string,
  amountId: string,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const row = await hold(tx, actor, id, null);
    const of = await tx.townshipBenefitAmount.findFirst({
      where: { id: amountId, benefitId: id },
      include: { cadre: { select: { name: true } } },
    });
    if (!of) throw notFound();
    await tx.townshipBenefitAmount.delete({ where: { id: amountId } });
    const amount = of.amount.toFixed(2);
    record(tx, {
      ...{ action: 'townshipBenefit.removeAmount', entity: 'townshipBenefitAmount' },
      ...{ entityId: amountId, params: { name: of.cadre.name, title: row.title, amount } },
      changes: [
        {
          ...{ entity: 'townshipBenefitAmount', entityId: amountId, after: null },
          before: { cadreId: of.cadreId, givenOn: toPlainDate(of.givenOn), amount },
        },
      ],
    });
  });
}

/** `seen` null: what is added or taken away beside it doesn't change its text. */
async function hold(tx: Tx, actor: Actor, id: string, seen: number | null) {
  await lockRow(tx, 'township_benefit', id);
  const row = await tx.townshipBenefit.findUnique({
    where: { id },
    include: { township: { select: { name: true } }, _count: { select: { amounts: true } } },
  });
  if (!row || !reachesTownship(actor, 'townshipBenefits.write', row.townshipId)) throw notFound();
  const { version, title } = row;
  const current = { id, version, title };
  if (seen !== null)
    await checkVersion(tx, { entity: 'townshipBenefit', id, version, current }, seen);
  return row;
}

async function personFaults(
  tx: Tx,
  { batchId, townshipId }: { batchId: string; townshipId: string },
  cadreId: string,
): Promise<Fault[]> {
  const posted = await tx.assignment.count({
    where: {
      ...{ batchId, cadreId, tier: 'township', state: 'inForce' },
      village: { townshipId },
    },
  });
  if (posted > 0) return [];
  return [
    {
      ...{ path: 'cadreId', code: 'notTownshipCadre' },
      basis: { kind: 'notice', source: '四（四）' },
      message: {
        zh: '镇街自定待遇只给本镇街选派、在本镇街任职的干部。',
        en: 'A township’s own benefits are for the cadres that it dispatched.',
      },
    },
  ];
}

function spanFaults({ startsOn, endsOn }: Fields): Fault[] {
  if (endsOn === null || endsOn >= startsOn) return [];
  const message = { zh: '止期早于起期。', en: 'It ends before it begins.' };
  return [{ path: 'endsOn', code: 'endsBefore', message }];
}

/** The text can't be made to hold from a day after something was given by it. */
async function givenFaults(tx: Tx, benefitId: string, { startsOn }: Fields): Promise<Fault[]> {
  const first = await tx.townshipBenefitAmount.findFirst({
    where: { benefitId, givenOn: { lt: toDate(startsOn) } },
    orderBy: { givenOn: 'asc' },
  });
  if (!first) return [];
  const given = toPlainDate(first.givenOn);
  const message = {
    zh: `起期晚于已登记的发放日期${given}。`,
    en: `An amount was given on ${given}, before this day.`,
  };
  return [{ path: 'startsOn', code: 'afterGiven', message }];
}

function dataOf({ title, content, documentNumber, startsOn, endsOn }: Fields) {
  return {
    ...{ title, content, documentNumber, startsOn: toDate(startsOn) },
    endsOn: endsOn === null ? null : toDate(endsOn),
  };
}

function fieldsOf(row: Awaited<ReturnType<typeof hold>>) {
  const { title, content, documentNumber, startsOn, endsOn } = row;
  return {
    ...{ title, content, documentNumber, startsOn: toPlainDate(startsOn) },
    endsOn: endsOn === null ? null : toPlainDate(endsOn),
  };
}
