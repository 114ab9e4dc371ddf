import { Prisma } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { townshipCodeOf } from '@xuanpai/domain/imports/townships';
import type { VillageFigure } from '@xuanpai/domain/imports/village-columns';
import type { VillageRecord } from '@xuanpai/domain/imports/village-row';
import { v7 as uuid } from 'uuid';
import type { AuditChange } from '../../../lib/audit.ts';
import { type RowUpdate, updateRows } from '../../../lib/records/update-rows.ts';
import { villageKeys } from '../../../lib/records/village.ts';
import { auditChange } from '../audit-changes.ts';
import type { ImportContext, RowToWrite } from '../import-kind.ts';
import { writeBatchVillages } from './batch-villages.ts';
import { createMissingRegions, townshipIds } from './village-regions.ts';
import type { KnownVillage } from './village-register.ts';

export interface StagedVillage extends VillageRecord {
  id: string | null;
  version: number;
  townshipName: string;
  years: Partial<Record<VillageFigure, number>>;
  inBatch: KnownVillage['inBatch'];
}

export type VillageRows = (RowToWrite<StagedVillage> & { id: string })[];

/** Writes villages with their figures of the year and what they are in the batch. */
export async function applyVillages(
  tx: Tx,
  { batch, today }: ImportContext,
  given: RowToWrite<StagedVillage>[],
): Promise<AuditChange[]> {
  const rows = given.map((row) => ({ ...row, id: row.record.id ?? uuid() }));
  const regions = await createMissingRegions(tx, rows);
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
  const inBatch = batch ? await writeBatchVillages(tx, batch.id, rows, today) : [];
  const villages = rows.map((row) => auditChange('village', row.id, row, row.record.version + 1));
  return [...regions, ...villages, ...inBatch];
}

async function createVillages(tx: Tx, rows: VillageRows): Promise<void> {
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

function villageUpdate({ id, record }: VillageRows[number]): RowUpdate {
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
async function writeFigures(tx: Tx, rows: VillageRows): Promise<void> {
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
