import type { Category } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import { v7 as uuid } from 'uuid';
import type { AuditChange } from '../../../lib/audit.ts';
import type { Keyring } from '../../../lib/keyring.ts';
import { type CadreRecord, derivedColumns } from '../../../lib/records/cadre.ts';
import { cadreDifference, maskedCadre } from '../../../lib/records/cadre-audit.ts';
import { insertRows } from '../../../lib/records/insert-rows.ts';
import { type RowUpdate, updateRows } from '../../../lib/records/update-rows.ts';
import type { ImportContext, RowToWrite } from '../import-kind.ts';
import { writeNominations } from './cadre-nominations.ts';
import type { KnownNomination } from './cadre-register.ts';

export interface StagedCadre {
  id: string | null;
  version: number;
  before: CadreRecord | null;
  after: CadreRecord;
  /** For the batch; null: not named to it. */
  category: Category | null;
  nomination: KnownNomination | null;
}

/** Writes the people and names them to the batch. */
export async function applyCadres(
  tx: Tx,
  { keys, batch }: ImportContext,
  rows: RowToWrite<StagedCadre>[],
): Promise<AuditChange[]> {
  const cadres = rows.map(({ record }) => ({ ...record, cadreId: record.id ?? uuid() }));
  const added = cadres.filter(({ id }) => id === null);
  await insertRows(
    tx,
    'cadre',
    { ...identityTypes, ...columnTypes },
    added.map(({ after, cadreId }) => sqlRow(keys, after, cadreId)),
  );
  const changed = cadres.flatMap(({ before, after, cadreId, version }) => {
    if (!before) return [];
    const difference = cadreDifference(before, after);
    return Object.keys(difference.after).length === 0
      ? []
      : [{ after, cadreId, versionAfter: version + 1, difference }];
  });
  await updateRows(
    tx,
    'cadre',
    columnTypes,
    changed.map(({ after, cadreId }) => sqlRow(keys, after, cadreId)),
  );
  const nominations = batch ? await writeNominations(tx, batch.id, cadres) : [];
  return [
    ...added.map(({ after, cadreId }) => ({
      entity: 'cadre',
      entityId: cadreId,
      versionAfter: 1,
      before: null,
      after: maskedCadre(after),
    })),
    ...changed.map(({ cadreId, versionAfter, difference }) => ({
      entity: 'cadre',
      entityId: cadreId,
      versionAfter,
      ...difference,
    })),
    ...nominations,
  ];
}

/** What a person is known by: never changed by a sheet. */
const identityTypes = {
  id: 'uuid',
  name: 'text',
  sort_key: 'text',
  sex: 'sex',
  born_on: 'date',
  id_number_cipher: 'text',
  id_number_hmac: 'text',
  id_number_mask: 'text',
};

const columnTypes = {
  search_key: 'text',
  ethnicity: 'text',
  native_place: 'text',
  political_status: 'text',
  joined_on: 'date',
  full_member_on: 'date',
  working_since: 'date',
  education: 'text',
  unit_id: 'uuid',
  position: 'text',
  rank: 'rank',
  staffing_type: 'staffing_type',
  management_authority: 'management_authority',
  speciality: 'speciality',
  home_township: 'text',
  home_address_cipher: 'text',
  health_cipher: 'text',
  phone: 'text',
  note: 'text',
};

function sqlRow(keys: Keyring, record: CadreRecord, id: string): RowUpdate {
  const row = derivedColumns(keys, record, id);
  return {
    id,
    name: record.name,
    sort_key: row.sortKey,
    search_key: row.searchKey,
    sex: record.sex,
    born_on: record.bornOn,
    id_number_cipher: row.idNumberCipher,
    id_number_hmac: row.idNumberHmac,
    id_number_mask: row.idNumberMask,
    ethnicity: record.ethnicity,
    native_place: record.nativePlace,
    political_status: record.politicalStatus,
    joined_on: record.joinedOn,
    full_member_on: record.fullMemberOn,
    working_since: record.workingSince,
    education: record.education,
    unit_id: record.unitId,
    position: record.position,
    rank: record.rank,
    staffing_type: record.staffingType,
    management_authority: record.managementAuthority,
    speciality: record.speciality,
    home_township: record.homeTownship,
    home_address_cipher: row.homeAddressCipher,
    health_cipher: row.healthCipher,
    phone: record.phone,
    note: record.note,
  };
}
