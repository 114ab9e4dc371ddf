import type { RegionLevel } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import { doublesOf } from '@xuanpai/domain/imports/doubles';
import {
  levelWords,
  type RegionRecord,
  readRegionRow,
  regionColumns,
} from '@xuanpai/domain/imports/region-row';
import { v7 as uuid } from 'uuid';
import type { AuditChange } from '../../../lib/audit.ts';
import { createTownships, ensureDistricts } from '../../../lib/records/townships.ts';
import { updateRows } from '../../../lib/records/update-rows.ts';
import { auditChange } from '../audit-changes.ts';
import { examinedAtOnce } from '../examined-at-once.ts';
import { examinedRow } from '../examined-row.ts';
import type {
  Examined,
  ImportContext,
  ImportKindOf,
  RowToWrite,
  TableRow,
  Values,
} from '../import-kind.ts';

interface StagedRegion extends RegionRecord {
  id: string | null;
  version: number;
}

/** The code list of the statistics office: townships with their offices, and villages. */
export const regionsKind: ImportKindOf<StagedRegion> = {
  kind: 'regions',
  columns: regionColumns,
  registers: ['regions', 'units'],
  together: true,
  open: examinedAtOnce(examine),
  apply,
};

async function examine(
  { client }: ImportContext,
  rows: TableRow[],
): Promise<Examined<StagedRegion>> {
  const known = new Map((await client.region.findMany()).map((region) => [region.code, region]));
  const read = rows.map((row) => ({ row, ...readRegionRow(row.cells) }));
  const codes = new Set([...known.keys(), ...read.flatMap(({ record }) => record?.code ?? [])]);
  const doubles = doublesOf(
    read.map(({ row, record }) => ({ row: row.row, code: record?.code ?? null })),
    'code',
    ({ code }) => code,
  );
  const examined = read.map(({ row, record, reader }) => {
    const double = doubles.get(row.row);
    if (double) reader.problems.push(double);
    if (record?.level === 'village' && !codes.has(record.parentCode ?? '')) {
      reader.refuse(
        'code',
        'parentUnknown',
        {
          zh: `所属镇街${record.parentCode}不在名册，也不在本表。`,
          en: `Its township ${record.parentCode} is neither in the register nor in this file.`,
        },
        { zh: '请先导入镇街，或改正代码。', en: 'Import the township first, or correct the code.' },
      );
    }
    const region = record && known.get(record.code);
    return examinedRow<StagedRegion>(row, {
      record: record && { ...record, id: region?.id ?? null, version: region?.version ?? 0 },
      problems: reader.problems,
      notices: reader.notices,
      was: region ? { ...(record && valuesOf(record)), name: region.name } : null,
      is: record ? valuesOf(record) : {},
      touched: region ? [{ entity: 'region', id: region.id, version: region.version }] : [],
    });
  });
  return { rows: examined, problems: [], notices: [] };
}

/** Level and parent follow from the code: only the name can differ. */
function valuesOf({ code, name, level, parentCode }: RegionRecord): Values {
  return { code, name, level: levelWords[level].zh, parent: parentCode ?? '' };
}

async function apply(tx: Tx, _: ImportContext, rows: RowToWrite<StagedRegion>[]) {
  const added = rows.filter(({ state }) => state === 'new').map(({ record }) => record);
  const ofLevel = (level: RegionLevel) => added.filter((record) => record.level === level);
  const districts = await ensureDistricts(tx, ofLevel('district'));
  const townships = await createTownships(tx, ofLevel('township'));
  const villages = await createVillageRegions(tx, ofLevel('village'));
  const renamed = rows.filter(({ state }) => state === 'changed');
  await updateRows(
    tx,
    'region',
    { name: 'text' },
    renamed.flatMap(({ record: { id, name } }) => (id ? [{ id, name }] : [])),
  );
  return [
    ...districts.changes,
    ...townships,
    ...villages,
    ...renamed.map((row) =>
      auditChange('region', row.record.id ?? '', row, row.record.version + 1),
    ),
  ];
}

async function createVillageRegions(tx: Tx, villages: RegionRecord[]): Promise<AuditChange[]> {
  const parents = await tx.region.findMany({ where: { level: 'township' } });
  const ids = new Map(parents.map(({ code, id }) => [code, id]));
  const data = villages.map(({ code, name, parentCode }) => ({
    id: uuid(),
    code,
    name,
    level: 'village' as const,
    parentId: ids.get(parentCode ?? '') ?? null,
  }));
  await tx.region.createMany({ data });
  return data.map(({ id, ...after }) => ({
    entity: 'region',
    entityId: id,
    versionAfter: 1,
    before: null,
    after,
  }));
}
