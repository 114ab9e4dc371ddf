import type { Category, PlainDate } from '@xuanpai/contracts/values';
import {
  categoryWords,
  managementAuthorityWords,
  rankWords,
  sexWords,
  specialityWords,
  staffingTypeWords,
} from '@xuanpai/contracts/words';
import { cadreLabels } from '@xuanpai/domain/imports/cadre-columns';
import type { CadreRow } from '@xuanpai/domain/imports/cadre-row';
import { type RowProblem, rowProblem } from '@xuanpai/domain/imports/row-problem';
import type { ReadDate } from '@xuanpai/domain/imports/row-reader';
import type { CadreRecord } from '../../../lib/records/cadre.ts';
import type { Values } from '../import-kind.ts';
import type { KnownCadre, KnownUnit } from './cadre-register.ts';

/**
 * The cadre as the register would keep it: what the sheet has, over what is known. Null while
 * something that a new cadre needs is missing.
 *
 * A date that was corrected from the personnel file, with its document, is not undone by a sheet; a
 * month doesn't replace the day of that month.
 */
export function mergedCadre(
  row: CadreRow,
  unit: KnownUnit,
  known: KnownCadre | undefined,
): { record: CadreRecord; notices: RowProblem[] } | null {
  const before = known?.record;
  const rank = row.rank ?? before?.rank;
  const staffingType = row.staffingType ?? before?.staffingType;
  const speciality = row.speciality ?? before?.speciality;
  if (!rank || !staffingType || !speciality) return null;
  const notices: RowProblem[] = [];
  const membershipDate = (field: 'joinedOn' | 'fullMemberOn') => {
    const date = dateOf(row[field], before?.[field] ?? null);
    if (!before?.membershipDocument || date === before[field]) return date;
    notices.push(corrected(field, before.membershipDocument));
    return before[field];
  };
  const record: CadreRecord = {
    name: before?.name ?? row.name,
    idNumber: row.idNumber,
    sex: row.sex,
    bornOn: row.bornOn,
    ethnicity: kept(row.ethnicity, before?.ethnicity),
    nativePlace: kept(row.nativePlace, before?.nativePlace),
    politicalStatus: kept(row.politicalStatus, before?.politicalStatus),
    joinedOn: membershipDate('joinedOn'),
    fullMemberOn: membershipDate('fullMemberOn'),
    membershipDocument: before?.membershipDocument ?? null,
    workingSince: dateOf(row.workingSince, before?.workingSince ?? null),
    education: kept(row.education, before?.education),
    unitId: unit.id,
    position: kept(row.position, before?.position),
    rank,
    staffingType,
    managementAuthority: kept(row.managementAuthority, before?.managementAuthority),
    speciality,
    homeTownship: kept(row.homeTownship, before?.homeTownship),
    homeAddress: kept(row.homeAddress, before?.homeAddress),
    health: kept(row.health, before?.health),
    phone: kept(row.phone, before?.phone),
    note: kept(row.note, before?.note),
  };
  return { record, notices };
}

/** A blank cell empties the field; a column that the sheet lacks leaves it. */
function kept<Value>(brought: Value | null | undefined, known: Value | null | undefined) {
  return brought === undefined ? (known ?? null) : brought;
}

function dateOf(read: ReadDate | null | undefined, known: PlainDate | null): PlainDate | null {
  if (read === undefined) return known;
  if (read?.precision === 'month' && known?.slice(0, 7) === read.date.slice(0, 7)) return known;
  return read?.date ?? null;
}

function corrected(field: 'joinedOn' | 'fullMemberOn', document: string): RowProblem {
  const { zh, en } = cadreLabels[field];
  return rowProblem(field, 'correctedFromFile', {
    zh: `${zh}已按“${document}”更正，导入不改。`,
    en: `${en} was corrected by “${document}”; the import leaves it.`,
  });
}

/** Field by field in the office's words. */
export function valuesOf(record: CadreRecord, unit: KnownUnit, category: Category | null): Values {
  const { managementAuthority } = record;
  return {
    name: record.name,
    sex: sexWords[record.sex].zh,
    ethnicity: record.ethnicity ?? '',
    bornOn: record.bornOn,
    idNumber: record.idNumber,
    nativePlace: record.nativePlace ?? '',
    politicalStatus: record.politicalStatus ?? '',
    joinedOn: record.joinedOn ?? '',
    fullMemberOn: record.fullMemberOn ?? '',
    workingSince: record.workingSince ?? '',
    education: record.education ?? '',
    unit: unit.name,
    position: record.position ?? '',
    rank: rankWords[record.rank].zh,
    staffingType: staffingTypeWords[record.staffingType].zh,
    managementAuthority: managementAuthority
      ? managementAuthorityWords[managementAuthority].zh
      : '',
    category: category ? categoryWords[category].zh : '',
    speciality: specialityWords[record.speciality].zh,
    homeTownship: record.homeTownship ?? '',
    homeAddress: record.homeAddress ?? '',
    health: record.health ?? '',
    phone: record.phone ?? '',
    note: record.note ?? '',
  };
}
