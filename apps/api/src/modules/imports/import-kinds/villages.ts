import { doublesOf } from '@xuanpai/domain/imports/doubles';
import { readFigureHeadings } from '@xuanpai/domain/imports/figure-headings';
import { rowProblem } from '@xuanpai/domain/imports/row-problem';
import { townshipCodeOf } from '@xuanpai/domain/imports/townships';
import { villageColumns, villageLabels } from '@xuanpai/domain/imports/village-columns';
import { readVillageRow } from '@xuanpai/domain/imports/village-row';
import { examinedAtOnce } from '../examined-at-once.ts';
import { examinedRow } from '../examined-row.ts';
import type { Examined, ImportContext, ImportKindOf, TableRow } from '../import-kind.ts';
import { checkTownship, townshipNames } from './village-checks.ts';
import { knownVillages } from './village-register.ts';
import { brought, registered } from './village-values.ts';
import { applyVillages, type StagedVillage } from './village-writes.ts';

/** The villages' register, matched by code: 友谊村 exists twice. */
export const villagesKind: ImportKindOf<StagedVillage> = {
  kind: 'villages',
  columns: villageColumns,
  registers: ['villages', 'regions', 'units', 'batchVillages'],
  together: true,
  open: examinedAtOnce(examine),
  apply: applyVillages,
};

async function examine(context: ImportContext, rows: TableRow[]): Promise<Examined<StagedVillage>> {
  const { batch, headings, today } = context;
  const figures = readFigureHeadings(headings, batch?.date ?? today);
  const read = rows.map((row) => ({ row, ...readVillageRow(row.cells, figures.units) }));
  const codes = read.flatMap(({ record }) => record?.code ?? []);
  const register = await knownVillages(context, codes, Object.values(figures.years));
  const townships = townshipNames(register.townships, read);
  const doubles = doublesOf(
    read.map(({ row, record }) => ({ row: row.row, code: record?.code ?? null })),
    'code',
    ({ code }) => code,
  );
  const examined = read.map(({ row, record, reader }) => {
    const double = doubles.get(row.row);
    if (double) reader.problems.push(double);
    const village = record ? register.villages.get(record.code) : undefined;
    if (record) checkTownship(reader, record, townships, register.townships);
    if (record && !village && !record.name) reader.require('name', villageLabels.name);
    const township = record ? townships.get(townshipCodeOf(record.code)) : undefined;
    return examinedRow<StagedVillage>(row, {
      record: record && {
        ...record,
        id: village?.id ?? null,
        version: village?.version ?? 0,
        townshipName: township ?? '',
        years: figures.years,
        inBatch: village?.inBatch ?? null,
      },
      problems: reader.problems,
      notices: reader.notices,
      was: village ? registered(village, figures) : null,
      is: record ? brought(record, township, batch !== null) : {},
      touched: village ? [{ entity: 'village', id: village.id, version: village.version }] : [],
    });
  });
  const notices = [...figures.notices, ...(batch ? [] : withoutBatch(headings))];
  return { rows: examined, problems: figures.problems, notices };
}

/** Kinds and city dispatch belong to a batch; without one they have nowhere to go. */
function withoutBatch(headings: ReadonlyMap<string, string>) {
  const fields = (['kinds', 'cityDispatched'] as const).filter((field) => headings.has(field));
  return fields.map((field) =>
    rowProblem(
      field,
      'noBatch',
      {
        zh: `还没有批次，“${villageLabels[field].zh}”不写入。`,
        en: `There is no batch yet: “${villageLabels[field].en}” is not stored.`,
      },
      { zh: '新建批次后再导入一次。', en: 'Import it again once there is a batch.' },
    ),
  );
}
