import { Prisma } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { townshipCodeOf } from '@xuanpai/domain/imports/townships';
import type { VillageFigure } from '@xuanpai/domain/imports/village-columns';
import type { VillageRecord } from '@xuanpai/domain/imports/village-row';
import { v7 as uuid } from 'uuid';
import type { AuditChange } from '../../../lib/audit.ts';
import { createTownships } from '../../../lib/records/townships.ts';
import { type RowUpdate, updateRows } from '../../../lib/records/update-rows.ts';
import { villageKeys } from '../../../lib/records/village.ts';
import { auditChange } from '../audit-changes.ts';
import type { ImportContext, RowToWrite } from '../import-kind.ts';
import type { KnownVillage } from './village-register.ts';

export interface StagedVillage extends VillageRecord {
  id: string | null;
  version: number;
  townshipName: string;
  years: Partial<Record<VillageFigure, number>>;
  inBatch: KnownVillage['inBatch'];
}

type Rows = (RowToWrite<StagedVillage> & { id: string })[];

/** Writes villages with their figures of the year and what they are in the batch. */
export async function applyVillages(
  tx: Tx,
  { batch }: ImportContext,
  given: RowToWrite<StagedVillage>[],
): Promise<AuditChange[]> {
  const rows = given.map((row) => ({ ...row, id: row.record.id ?? uuid() }));
  const regions = await missingRegions(tx, rows);
  await createVillages(
    tx,
    rows.filter(({ state }) => state === 'new'),
  );
  await updateRows(
    tx,
    'village',
    columnTypes,
    rows.filter(({ state }) => state === 'changed').map(villageUpdate),
  );
  await writeFigures(tx, rows);
  const inBatch = batch ? await writeBatchVillages(tx, batch.id, rows) : [];
  const villages = rows.map((row) => auditChange('village', row.id, row, row.record.version + 1));
  return [...regions, ...villages, ...inBatch];
}

/** Townships and villages that the code list doesn't have yet come with the register. */
async function missingRegions(tx: Tx, rows: Rows): Promise<AuditChange[]> {
  const townshipsOf = new Map(
    rows.map(({ record }) => [townshipCodeOf(record.code), record.townshipName]),
  );
  const wanted = [...townshipsOf.keys(), ...rows.map(({ record }) => record.code)];
  const known = new Set(
    (await tx.region.findMany({ where: { code: { in: wanted } } })).map(({ code }) => code),
  );
  const townships = [...townshipsOf].flatMap(([code, name]) =>
    known.has(code) ? [] : [{ code, name }],
  );
  const created = await createTownships(tx, townships);
  const ids = await townshipIds(tx);
  const villages = rows
    .filter(({ state, record }) => state === 'new' && !known.has(record.code))
    .map(({ record: { code, name } }) => ({
      id: uuid(),
      code,
      name: name ?? code,
      level: 'village' as const,
      parentId: ids.get(townshipCodeOf(code)) ?? null,
    }));
  await tx.region.createMany({ data: villages });
  return [
    ...created,
    ...villages.map(({ id, ...after }) => ({
      entity: 'region',
      entityId: id,
      versionAfter: 1,
      before: null,
      after,
    })),
  ];
}

async function townshipIds(tx: Tx): Promise<Map<string, string>> {
  const regions = await tx.region.findMany({ where: { level: 'township' } });
  return new Map(regions.map(({ code, id }) => [code, id]));
}

async function createVillages(tx: Tx, rows: Rows): Promise<void> {
  const townships = await townshipIds(tx);
  await tx.village.createMany({
    data: rows.map(({ id, record }) => ({
      id,
      code: record.code,
      name: record.name ?? record.code,
      townshipId: townships.get(townshipCodeOf(record.code)) ?? '',
      households: record.households ?? null,
      population: record.population ?? null,
      partyMembers: record.partyMembers ?? null,
      mainIndustry: record.mainIndustry ?? null,
      note: record.note ?? null,
      ...villageKeys({ name: record.name ?? record.code, code: record.code }),
    })),
  });
}

const columnTypes = {
  name: 'text',
  search_key: 'text',
  households: 'int',
  population: 'int',
  party_members: 'int',
  main_industry: 'text',
  note: 'text',
};

function villageUpdate({ id, record }: Rows[number]): RowUpdate {
  return {
    id,
    name: record.name,
    search_key: record.name && villageKeys({ name: record.name, code: record.code }).searchKey,
    households: record.households,
    population: record.population,
    party_members: record.partyMembers,
    main_industry: record.mainIndustry,
    note: record.note,
  };
}

const figureColumns: Record<VillageFigure, string> = {
  operatingIncome: 'operating_income',
  netIncomePerHead: 'net_income_per_head',
  infrastructureInvestment: 'infrastructure_investment',
};

/** One statement for each figure, since its heading says which year it is of. */
async function writeFigures(tx: Tx, rows: Rows): Promise<void> {
  for (const figure of Object.keys(figureColumns) as VillageFigure[]) {
    const column = Prisma.raw(figureColumns[figure]);
    const amounts = rows.flatMap(({ id, record }) => {
      const [amount, year] = [record.figures[figure], record.years[figure]];
      return amount === undefined || year === undefined ? [] : [{ id, year, amount }];
    });
    if (amounts.length === 0) continue;
    await tx.$executeRaw`
      INSERT INTO village_year (village_id, year, ${column})
      SELECT id, year, amount FROM jsonb_to_recordset(${JSON.stringify(amounts)}::jsonb)
        AS r(id uuid, year int, amount numeric(14,2))
      ON CONFLICT (village_id, year) DO UPDATE SET ${column} = EXCLUDED.${column}`;
  }
}

/** Kinds and city dispatch of the batch; what the sheet lacks stays as it is. */
async function writeBatchVillages(tx: Tx, batchId: string, rows: Rows): Promise<AuditChange[]> {
  const values = rows.map(({ id, record: { kinds, cityDispatched, inBatch } }) => ({
    id,
    before: inBatch,
    after: {
      kinds: kinds ?? inBatch?.kinds ?? [],
      cityDispatched: cityDispatched ?? inBatch?.cityDispatched ?? false,
    },
  }));
  const changed = values.filter(
    ({ before, after }) =>
      !before ||
      before.cityDispatched !== after.cityDispatched ||
      [...before.kinds].sort().join() !== [...after.kinds].sort().join(),
  );
  const data = changed.map(({ id, after: { kinds, cityDispatched } }) => ({
    id,
    kinds,
    city: cityDispatched,
  }));
  await tx.$executeRaw`
    INSERT INTO batch_village (batch_id, village_id, kinds, city_dispatched)
    SELECT ${batchId}::uuid, id, kinds, city FROM jsonb_to_recordset(${JSON.stringify(data)}::jsonb)
      AS r(id uuid, kinds village_kind[], city boolean)
    ON CONFLICT (batch_id, village_id) DO UPDATE SET kinds = EXCLUDED.kinds,
      city_dispatched = EXCLUDED.city_dispatched, version = batch_village.version + 1`;
  return changed.map(({ id, before, after }) => ({
    entity: 'batchVillage',
    entityId: `${batchId}.${id}`,
    versionAfter: (before?.version ?? 0) + 1,
    before: before && { kinds: before.kinds, cityDispatched: before.cityDispatched },
    after,
  }));
}
