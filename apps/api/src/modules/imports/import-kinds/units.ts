import { specialityWords, unitKindWords } from '@xuanpai/contracts/words';
import type { Unit } from '@xuanpai/database/generated/client';
import { doublesOf } from '@xuanpai/domain/imports/doubles';
import type { RowReader } from '@xuanpai/domain/imports/row-reader';
import {
  readUnitRow,
  type UnitField,
  type UnitRecord,
  unitColumns,
} from '@xuanpai/domain/imports/unit-row';
import { searchKey } from '@xuanpai/domain/office/text';
import { examinedAtOnce } from '../examined-at-once.ts';
import { examinedRow, present, shown } from '../examined-row.ts';
import type { Examined, ImportContext, ImportKindOf, TableRow, Values } from '../import-kind.ts';
import { applyUnits, type StagedUnit } from './unit-writes.ts';

/** The units that cadres come from, matched by name. */
export const unitsKind: ImportKindOf<StagedUnit> = {
  kind: 'units',
  columns: unitColumns,
  registers: ['units'],
  together: true,
  open: examinedAtOnce(examine),
  apply: applyUnits,
};

async function examine({ client }: ImportContext, rows: TableRow[]): Promise<Examined<StagedUnit>> {
  const units = await client.unit.findMany();
  const known = new Map(units.map((unit) => [searchKey(unit.name), unit]));
  const read = rows.map((row) => ({ row, ...readUnitRow(row.cells) }));
  const doubles = doublesOf(
    read.map(({ row, record }) => ({ row: row.row, name: record?.name ?? null })),
    'name',
    ({ name }) => name && searchKey(name),
  );
  const examined = read.map(({ row, record, reader }) => {
    const double = doubles.get(row.row);
    if (double) reader.problems.push(double);
    const unit = record && known.get(searchKey(record.name));
    if (record && !unit && !record.kind) reader.require('kind', unitColumns[1].label);
    if (record) checkKind(reader, record, unit);
    return examinedRow<StagedUnit>(row, {
      record: record && { ...record, id: unit?.id ?? null, version: unit?.version ?? 0 },
      problems: reader.problems,
      notices: reader.notices,
      was: unit ? valuesOf(unit) : null,
      is: record ? { ...valuesOf(record), name: unit?.name ?? record.name } : {},
      touched: unit ? [{ entity: 'unit', id: unit.id, version: unit.version }] : [],
    });
  });
  return { rows: examined, problems: [], notices: [] };
}

/** A township's office comes with its township; nothing else becomes one, and it becomes nothing else. */
function checkKind(
  reader: RowReader<UnitField>,
  { kind }: UnitRecord,
  unit: Unit | null | undefined,
): void {
  const isOffice = unit?.kind === 'townshipOffice';
  if (kind === undefined || (kind === 'townshipOffice') === isOffice) return;
  reader.refuse(
    'kind',
    'kindFixed',
    unit
      ? {
          zh: '镇街机关与其他单位不能互改。',
          en: 'A township office and other units do not change into each other.',
        }
      : {
          zh: '镇街机关随镇街登记，不在本表新增。',
          en: 'A township office is registered with its township, not here.',
        },
    {
      zh: '请改正单位性质，或先导入区划代码表。',
      en: 'Correct the kind, or import the code list.',
    },
  );
}

function valuesOf(unit: UnitRecord | Unit): Values {
  return present({
    name: unit.name,
    kind: unit.kind && unitKindWords[unit.kind].zh,
    quota: shown(unit.quota),
    strengths: unit.strengths?.map((strength) => specialityWords[strength].zh).join('、'),
    responsiblePerson: shown(unit.responsiblePerson),
    contactName: shown(unit.contactName),
    contactPhone: shown(unit.contactPhone),
    superior: shown(unit.superior),
    note: shown(unit.note),
  });
}
