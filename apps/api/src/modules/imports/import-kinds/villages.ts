import type { VillageKind } from '@xuanpai/contracts/values';
import { villageKindWords } from '@xuanpai/contracts/words';
import type { Tx } from '@xuanpai/database/transaction';
import { doublesOf } from '@xuanpai/domain/imports/doubles';
import { type FigureHeadings, readFigureHeadings } from '@xuanpai/domain/imports/figure-headings';
import { rowProblem } from '@xuanpai/domain/imports/row-problem';
import type { RowReader } from '@xuanpai/domain/imports/row-reader';
import { townshipCodeOf } from '@xuanpai/domain/imports/townships';
import {
  type VillageField,
  villageColumns,
  villageFigures,
  villageLabels,
} from '@xuanpai/domain/imports/village-columns';
import { readVillageRow, type VillageRecord } from '@xuanpai/domain/imports/village-row';
import { searchKey } from '@xuanpai/domain/office/text';
import { examinedRow, present, shown } from '../examined-row.ts';
import type { Examined, ImportContext, ImportKindOf, TableRow, Values } from '../import-kind.ts';
import { type KnownVillage, knownVillages } from './village-register.ts';
import { applyVillages, type StagedVillage } from './village-writes.ts';

/** The villages' register, matched by code: 友谊村 exists twice. */
export const villagesKind: ImportKindOf<StagedVillage> = {
  kind: 'villages',
  columns: villageColumns,
  registers: ['villages', 'regions', 'units', 'batchVillages'],
  examine,
  apply: (tx: Tx, context, rows) => applyVillages(tx, context, rows),
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

/** What a township is called: as in the region list, else as the first row of the file has it. */
function townshipNames(
  known: ReadonlyMap<string, string>,
  read: { record: VillageRecord | null }[],
): Map<string, string> {
  const names = new Map(known);
  for (const { record } of read) {
    if (!record?.township) continue;
    const code = townshipCodeOf(record.code);
    if (!names.has(code)) names.set(code, record.township);
  }
  return names;
}

function checkTownship(
  reader: RowReader<VillageField>,
  { code, township }: VillageRecord,
  names: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, string>,
): void {
  const townshipCode = townshipCodeOf(code);
  const name = names.get(townshipCode);
  if (name === undefined) {
    reader.refuse(
      'code',
      'townshipUnknown',
      { zh: `没有代码为${townshipCode}的镇街。`, en: `There is no township ${townshipCode}.` },
      {
        zh: '请填写镇街名称,或先导入区划代码表。',
        en: 'Name the township, or import the code list first.',
      },
    );
  } else if (township && searchKey(township) !== searchKey(name)) {
    const by = known.has(townshipCode) ? '区划代码表' : '本表前面的行';
    reader.refuse(
      'township',
      'townshipMismatch',
      {
        zh: `代码${code}按${by}属${name},不属${township}。`,
        en: `By its code ${code} the village belongs to ${name}, not ${township}.`,
      },
      { zh: '请核对镇街和代码。', en: 'Check township and code.' },
    );
  }
}

function kindNames(kinds: readonly VillageKind[] | undefined): string | undefined {
  return kinds
    ?.map((kind) => villageKindWords[kind].zh)
    .sort()
    .join('、');
}

function brought(record: VillageRecord, township: string | undefined, inBatch: boolean): Values {
  return present({
    township,
    name: record.name,
    code: record.code,
    households: shown(record.households),
    population: shown(record.population),
    partyMembers: shown(record.partyMembers),
    ...Object.fromEntries(villageFigures.map((figure) => [figure, shown(record.figures[figure])])),
    mainIndustry: shown(record.mainIndustry),
    kinds: inBatch ? kindNames(record.kinds) : undefined,
    cityDispatched: inBatch ? yes(record.cityDispatched) : undefined,
    note: shown(record.note),
  });
}

function registered(village: KnownVillage, { years }: FigureHeadings): Values {
  const figureOf = (figure: (typeof villageFigures)[number]) =>
    village.years.get(years[figure] ?? 0)?.[figure] ?? '';
  return {
    township: village.townshipName,
    name: village.name,
    code: village.code,
    households: String(village.households ?? ''),
    population: String(village.population ?? ''),
    partyMembers: String(village.partyMembers ?? ''),
    ...Object.fromEntries(villageFigures.map((figure) => [figure, figureOf(figure)])),
    mainIndustry: village.mainIndustry ?? '',
    kinds: village.inBatch ? (kindNames(village.inBatch.kinds) ?? '') : notInBatch,
    cityDispatched: yes(village.inBatch?.cityDispatched ?? false) ?? '',
    note: village.note ?? '',
  };
}

const notInBatch = '(未列入本批次)';

function yes(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? '是' : '';
}

/** Kinds and city dispatch belong to a batch; without one they have nowhere to go. */
function withoutBatch(headings: ReadonlyMap<string, string>) {
  const fields = (['kinds', 'cityDispatched'] as const).filter((field) => headings.has(field));
  return fields.map((field) =>
    rowProblem(
      field,
      'noBatch',
      {
        zh: `还没有批次,“${villageLabels[field].zh}”不写入。`,
        en: `There is no batch yet: “${villageLabels[field].en}” is not stored.`,
      },
      { zh: '新建批次后再导入一次。', en: 'Import it again once there is a batch.' },
    ),
  );
}
