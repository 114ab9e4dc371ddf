import { specialityWords, unitKindWords } from '@xuanpai/contracts/words';
import type { Unit } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { doublesOf } from '@xuanpai/domain/imports/doubles';
import { readUnitRow, type UnitRecord, unitColumns } from '@xuanpai/domain/imports/unit-row';
import { searchKey } from '@xuanpai/domain/office/text';
import { v7 as uuid } from 'uuid';
import { unitKeys } from '../../../lib/records/unit.ts';
import { type RowUpdate, updateRows } from '../../../lib/records/update-rows.ts';
import { auditChange } from '../audit-changes.ts';
import { examinedRow, present, shown } from '../examined-row.ts';
import type {
  Examined,
  ImportContext,
  ImportKindOf,
  RowToWrite,
  TableRow,
  Values,
} from '../import-kind.ts';

interface StagedUnit extends UnitRecord {
  id: string | null;
  version: number;
}

/** The units that cadres come from, matched by name. */
export const unitsKind: ImportKindOf<StagedUnit> = {
  kind: 'units',
  columns: unitColumns,
  registers: ['units'],
  examine,
  apply,
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

async function apply(tx: Tx, _: ImportContext, rows: RowToWrite<StagedUnit>[]) {
  const added = rows
    .filter(({ state }) => state === 'new')
    .map((row) => ({ row, data: newUnit(row.record) }));
  await tx.unit.createMany({ data: added.map(({ data }) => data) });
  const changed = rows.filter(({ state }) => state === 'changed');
  await updateRows(
    tx,
    'unit',
    columnTypes,
    changed.map(({ record }) => unitUpdate(record)),
  );
  return [
    ...added.map(({ row, data }) => auditChange('unit', data.id, row, 1)),
    ...changed.map((row) => auditChange('unit', row.record.id ?? '', row, row.record.version + 1)),
  ];
}

function newUnit({ name, kind, quota, strengths, ...rest }: StagedUnit) {
  return {
    id: uuid(),
    name,
    kind: kind ?? 'partyGovernment',
    quota: quota ?? null,
    strengths: strengths ?? [],
    responsiblePerson: rest.responsiblePerson ?? null,
    contactName: rest.contactName ?? null,
    contactPhone: rest.contactPhone ?? null,
    superior: rest.superior ?? null,
    note: rest.note ?? null,
    ...unitKeys({ name }),
  };
}

const columnTypes = {
  kind: 'unit_kind',
  quota: 'int',
  strengths: 'speciality[]',
  responsible_person: 'text',
  contact_name: 'text',
  contact_phone: 'text',
  superior: 'text',
  note: 'text',
};

function unitUpdate(record: StagedUnit): RowUpdate {
  return {
    id: record.id ?? '',
    kind: record.kind,
    quota: record.quota,
    strengths: record.strengths,
    responsible_person: record.responsiblePerson,
    contact_name: record.contactName,
    contact_phone: record.contactPhone,
    superior: record.superior,
    note: record.note,
  };
}
