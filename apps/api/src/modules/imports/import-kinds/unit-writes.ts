import type { Tx } from '@xuanpai/database/transaction';
import type { UnitRecord } from '@xuanpai/domain/imports/unit-row';
import { v7 as uuid } from 'uuid';
import { unitKeys } from '../../../lib/records/unit.ts';
import { type RowUpdate, updateRows } from '../../../lib/records/update-rows.ts';
import { auditChange } from '../audit-changes.ts';
import type { ImportContext, RowToWrite } from '../import-kind.ts';

export interface StagedUnit extends UnitRecord {
  id: string | null;
  version: number;
}

/** Writes the units; what the sheet lacks stays as it is. */
export async function applyUnits(tx: Tx, _: ImportContext, rows: RowToWrite<StagedUnit>[]) {
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
