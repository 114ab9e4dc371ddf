import { toDate } from '@xuanpai/database/dates';
import { write } from '@xuanpai/database/transaction';
import { checkDigitOf } from '@xuanpai/domain/office/id-number';
import { policyOn } from '@xuanpai/domain/policy/policy';
import { systemActor } from './lib/actor.ts';
import type { NewCadre } from './lib/records/cadre-check.ts';
import { insertCadre } from './lib/records/cadre-write.ts';
import { unitKeys } from './lib/records/unit.ts';
import { villageKeys } from './lib/records/village.ts';
import { ensureTargetTemplates } from './lib/targets/built-in.ts';
import { writeAs } from './lib/write.ts';
import { day, startTestApp, type TestApp } from './testing.ts';
import { addPerson } from './testing-sign-in.ts';

/** For tests only: two townships, their offices and two units, with a user of every role. */
export interface SmallDistrict {
  office: TestApp;
  /** Ids by name. */
  townships: Record<'郑旺镇' | '朝阳街道', string>;
  units: Record<'郑旺镇党委' | '朝阳街道党工委' | '区财政局' | '区水利局', string>;
  villages: Record<'大尤家村' | '友谊村' | '养马庄村' | '前杨墩村', string>;
  batchId: string;
}

type Names<Key extends keyof SmallDistrict> = Record<string, string> & SmallDistrict[Key];

export async function startSmallDistrict(today = day('2015-04-24')): Promise<SmallDistrict> {
  // Files share their modules; a sequence has three digits.
  serial = firstSerial;
  const office = await startTestApp('empty', today);
  const { prisma } = office.db;
  const district = await prisma.region.create({
    data: { code: '371312', name: '河东区', level: 'district' },
  });
  const parentId = district.id;
  const townships = {} as Names<'townships'>;
  const units = {} as Names<'units'>;
  for (const [code, name, unit] of [
    ['371312108000', '郑旺镇', '郑旺镇党委'],
    ['371312009000', '朝阳街道', '朝阳街道党工委'],
  ] as const) {
    const township = await prisma.region.create({
      data: { code, name, level: 'township', parentId },
    });
    townships[name] = township.id;
    units[unit] = await addUnit(office, unit, 'townshipOffice', township.id);
  }
  for (const name of ['区财政局', '区水利局'] as const) {
    units[name] = await addUnit(office, name, 'partyGovernment', null);
  }
  const batch = await prisma.batch.create({
    data: {
      name: '第二批 2015–2017',
      date: toDate(day('2015-04-24')),
      startsOn: toDate(day('2015-06-01')),
      endsOn: toDate(day('2017-05-31')),
    },
  });
  await write(prisma, null, ensureTargetTemplates);
  const villages = {} as Names<'villages'>;
  for (const [code, name, township, income] of [
    ['371312108201', '大尤家村', '郑旺镇', '30000.00'],
    ['371312108202', '友谊村', '郑旺镇', '30000.01'],
    ['371312009201', '养马庄村', '朝阳街道', '52000.00'],
    ['371312009202', '前杨墩村', '朝阳街道', null],
  ] as const) {
    const townshipId = townships[township];
    villages[name] = await addVillage(office, batch.id, { code, name, townshipId, income });
  }
  await addUsers(office, townships.郑旺镇, townships.朝阳街道, units.区财政局);
  return { office, townships, units, villages, batchId: batch.id };
}

async function addUnit(
  { db }: TestApp,
  name: string,
  kind: 'townshipOffice' | 'partyGovernment',
  townshipId: string | null,
) {
  const data = { name, kind, townshipId, strengths: [], ...unitKeys({ name }) };
  return (await db.prisma.unit.create({ data })).id;
}

export async function addVillage(
  { db }: TestApp,
  batchId: string,
  given: { code: string; name: string; townshipId: string; income: string | null },
) {
  const { code, name, townshipId, income } = given;
  const years =
    income === null ? {} : { years: { create: { year: 2014, operatingIncome: income } } };
  const { id } = await db.prisma.village.create({
    data: { code, name, townshipId, ...years, ...villageKeys({ name, code }) },
  });
  await db.prisma.batchVillage.create({ data: { batchId, villageId: id, kinds: [] } });
  return id;
}

/** One of each role; `officer` and `head` of the first township, `officer2` of the other, `liaison` of 区财政局. */
async function addUsers(office: TestApp, first: string, second: string, unitId: string) {
  for (const role of [
    'planner',
    'office',
    'evaluator',
    'inspector',
    'leader',
    'admin',
    'auditor',
  ] as const) {
    await addPerson(office, role, { roles: [{ role }] });
  }
  await addPerson(office, 'officer', { roles: [{ role: 'officer', townshipId: first }] });
  await addPerson(office, 'head', { roles: [{ role: 'head', townshipId: first }] });
  await addPerson(office, 'officer2', { roles: [{ role: 'officer', townshipId: second }] });
  await addPerson(office, 'liaison', { roles: [{ role: 'liaison', unitId }] });
}

const firstSerial = 100;
let serial = firstSerial;

/** A valid ID number with a birth date, unlike any other of the small district. */
export function idNumberOf(bornOn: string, sex: 'male' | 'female' = 'male'): string {
  serial += 2;
  const sequence = String((serial + (sex === 'male' ? 1 : 0)) % 1000).padStart(3, '0');
  // A sequence has three digits: after five hundred people comes the next place.
  const place = 371399 - Math.floor(serial / 1000);
  const first17 = `${place}${bornOn.replaceAll('-', '')}${sequence}`;
  return first17 + checkDigitOf(first17);
}

/** A new cadre as the page would send it. */
export function newCadre(unitId: string, given: Partial<NewCadre> = {}): NewCadre {
  return {
    name: '王伟',
    unitId,
    idNumber: idNumberOf('1980-05-06'),
    rank: 'deputySection',
    staffingType: 'administrative',
    speciality: 'partyBuilding',
    joinedOn: day('2002-07-01'),
    ...given,
  };
}

/** Puts a cadre into the register without the page; gives the id. */
export async function addCadre(
  { deps, app }: TestApp,
  unitId: string,
  given: Partial<NewCadre> = {},
): Promise<string> {
  const policy = policyOn([], day('2015-04-24'));
  const input = newCadre(unitId, given);
  const row = await writeAs({ ...deps, log: app.log }, systemActor, (tx) =>
    insertCadre(tx, deps.keys, input, { policy }),
  );
  return row.id;
}

/** Posts a cadre in a village for the batch's term; gives the id of the assignment. */
export async function addAssignment(
  { office, batchId }: SmallDistrict,
  cadreId: string,
  villageId: string,
  first = true,
): Promise<string> {
  const assignment = await office.db.prisma.assignment.create({
    data: {
      batchId,
      cadreId,
      villageId,
      tier: 'district',
      post: first ? 'firstSecretary' : 'deputySecretary',
      kind: 'appointed',
      startsOn: toDate(day('2015-06-01')),
      endsOn: toDate(day('2017-05-31')),
      documentNumber: '河组发〔2015〕18号',
    },
  });
  return assignment.id;
}
