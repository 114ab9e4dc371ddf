import type {
  ManagementAuthority,
  PlainDate,
  Rank,
  Sex,
  Speciality,
  StaffingType,
} from '@xuanpai/contracts/values';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { Cadre, Prisma } from '@xuanpai/database/generated/client';
import { maskIdNumber } from '@xuanpai/domain/office/id-number';
import { v7 as uuid } from 'uuid';
import type { Keyring } from '../keyring.ts';
import { searchKeyOf, sortKeyOf } from './search-key.ts';

/** A cadre as checked by the domain, personal data in clear; never kept in this form. */
export interface CadreRecord {
  name: string;
  idNumber: string;
  sex: Sex;
  bornOn: PlainDate;
  ethnicity: string | null;
  nativePlace: string | null;
  politicalStatus: string | null;
  joinedOn: PlainDate | null;
  fullMemberOn: PlainDate | null;
  membershipDocument: string | null;
  workingSince: PlainDate | null;
  education: string | null;
  unitId: string;
  position: string | null;
  rank: Rank;
  staffingType: StaffingType;
  managementAuthority: ManagementAuthority | null;
  speciality: Speciality;
  homeTownship: string | null;
  homeAddress: string | null;
  health: string | null;
  phone: string | null;
  note: string | null;
}

/** Which parts of personal data are sealed, and under which column. */
export const sealedColumns = {
  idNumber: 'id_number',
  homeAddress: 'home_address',
  health: 'health',
} as const;

const place = (id: string, column: string) => ({ table: 'cadre', column, id });

export function openSealed(
  keys: Keyring,
  id: string,
  column: (typeof sealedColumns)[keyof typeof sealedColumns],
  sealed: string,
): string {
  return keys.open(sealed, place(id, column));
}

/** The row of a cadre: ID number, home address and health sealed, search and sort keys made. */
export function cadreRow(
  keys: Keyring,
  record: CadreRecord,
  id = uuid(),
): Prisma.CadreCreateManyInput & { id: string } {
  const { idNumber, homeAddress, health, bornOn, joinedOn, fullMemberOn, workingSince, ...plain } =
    record;
  return {
    ...plain,
    id,
    bornOn: toDate(bornOn),
    joinedOn: toDate(joinedOn),
    fullMemberOn: toDate(fullMemberOn),
    workingSince: toDate(workingSince),
    ...derivedColumns(keys, record, id),
  };
}

/** What a row keeps of a cadre in another form than the record: sealed, masked, as a key. */
export function derivedColumns(keys: Keyring, record: CadreRecord, id: string) {
  const seal = (column: string, text: string | null) =>
    text === null ? null : keys.seal(text, place(id, column));
  return {
    idNumberCipher: keys.seal(record.idNumber, place(id, sealedColumns.idNumber)),
    idNumberHmac: keys.codeOf(record.idNumber),
    idNumberMask: maskIdNumber(record.idNumber),
    homeAddressCipher: seal(sealedColumns.homeAddress, record.homeAddress),
    healthCipher: seal(sealedColumns.health, record.health),
    sortKey: sortKeyOf(record.name),
    searchKey: searchKeyOf(record.name, 'person', [record.position]),
  };
}

/** The record of a stored row, personal data opened: for checks and changes, never for a reply. */
export function recordOf(keys: Keyring, row: Cadre): CadreRecord {
  const open = (column: (typeof sealedColumns)[keyof typeof sealedColumns], sealed: string) =>
    openSealed(keys, row.id, column, sealed);
  const openOr = (column: 'home_address' | 'health', sealed: string | null) =>
    sealed === null ? null : open(column, sealed);
  return {
    name: row.name,
    idNumber: open(sealedColumns.idNumber, row.idNumberCipher),
    sex: row.sex,
    bornOn: toPlainDate(row.bornOn),
    ethnicity: row.ethnicity,
    nativePlace: row.nativePlace,
    politicalStatus: row.politicalStatus,
    joinedOn: toPlainDate(row.joinedOn),
    fullMemberOn: toPlainDate(row.fullMemberOn),
    membershipDocument: row.membershipDocument,
    workingSince: toPlainDate(row.workingSince),
    education: row.education,
    unitId: row.unitId,
    position: row.position,
    rank: row.rank,
    staffingType: row.staffingType,
    managementAuthority: row.managementAuthority,
    speciality: row.speciality,
    homeTownship: row.homeTownship,
    homeAddress: openOr(sealedColumns.homeAddress, row.homeAddressCipher),
    health: openOr(sealedColumns.health, row.healthCipher),
    phone: row.phone,
    note: row.note,
  };
}
