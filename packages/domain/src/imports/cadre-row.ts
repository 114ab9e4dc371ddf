import type {
  Category,
  ManagementAuthority,
  PlainDate,
  Rank,
  Sex,
  Speciality,
  StaffingType,
} from '@xuanpai/contracts/values';
import {
  categoryWords,
  managementAuthorityWords,
  rankWords,
  specialityWords,
  staffingTypeWords,
} from '@xuanpai/contracts/words';
import { checkIdNumber } from '../office/id-number.ts';
import type { DateSystem } from '../office/office-date.ts';
import type { Policy } from '../policy/policy.ts';
import { type CadreField, cadreLabels } from './cadre-columns.ts';
import { checkCadreDates } from './cadre-dates.ts';
import { readIdentity } from './cadre-identity.ts';
import type { RowCells } from './import-column.ts';
import { type ReadDate, RowReader } from './row-reader.ts';

/** A cadre as the sheet has it; undefined: the sheet has no such column. */
export interface CadreRow {
  name: string;
  idNumber: string;
  sex: Sex;
  bornOn: PlainDate;
  unit: string | null | undefined;
  category: Category | null | undefined;
  rank: Rank | null | undefined;
  staffingType: StaffingType | null | undefined;
  speciality: Speciality | null | undefined;
  managementAuthority: ManagementAuthority | null | undefined;
  joinedOn: ReadDate | null | undefined;
  fullMemberOn: ReadDate | null | undefined;
  workingSince: ReadDate | null | undefined;
  ethnicity: string | null | undefined;
  nativePlace: string | null | undefined;
  politicalStatus: string | null | undefined;
  education: string | null | undefined;
  position: string | null | undefined;
  homeTownship: string | null | undefined;
  homeAddress: string | null | undefined;
  health: string | null | undefined;
  phone: string | null | undefined;
  note: string | null | undefined;
}

export interface CadreRowContext {
  policy: Policy;
  dateSystem: DateSystem;
  /** The day that a batch judges by; null: imported to the register alone. */
  batchDate: PlainDate | null;
}

/** Checks one row of a nominees' book. Whether somebody is eligible is judged later, in the batch. */
export function readCadreRow(cells: RowCells<CadreField>, context: CadreRowContext) {
  const reader = new RowReader(cells);
  const name = reader.personName('name', 40);
  if (!name) reader.require('name', cadreLabels.name);
  const identity = readIdentity(reader, context.dateSystem);
  const row = {
    name: name ?? '',
    ...readLists(reader),
    ...readTexts(reader),
    joinedOn: reader.date('joinedOn', context.dateSystem),
    fullMemberOn: reader.date('fullMemberOn', context.dateSystem),
    workingSince: reader.date('workingSince', context.dateSystem),
  };
  if (!identity || !name) return { cadre: null, reader };
  checkCadreDates(reader, { ...row, bornOn: identity.bornOn }, context);
  return { cadre: { ...row, ...identity } satisfies CadreRow, reader };
}

/** What a row is about, without judging it: whose it is, and of which unit. */
export function readCadreKey(cells: RowCells<CadreField>) {
  const reader = new RowReader(cells);
  const unit = reader.text('unit', 60);
  const checked = checkIdNumber(reader.raw('idNumber') ?? '');
  const idNumber = checked.ok && reader.personName('name', 40) ? checked.idNumber : null;
  return { idNumber, unit };
}

function readLists(reader: RowReader<CadreField>) {
  return {
    category: reader.word('category', categoryWords),
    rank: reader.word('rank', rankWords),
    staffingType: reader.word('staffingType', staffingTypeWords),
    speciality: reader.word('speciality', specialityWords),
    managementAuthority: reader.word('managementAuthority', managementAuthorityWords),
  };
}

function readTexts(reader: RowReader<CadreField>) {
  return {
    unit: reader.text('unit', 60),
    ethnicity: reader.text('ethnicity', 20),
    nativePlace: reader.text('nativePlace', 60),
    politicalStatus: reader.text('politicalStatus', 20),
    education: reader.text('education', 40),
    position: reader.text('position', 60),
    homeTownship: reader.text('homeTownship', 40),
    homeAddress: reader.text('homeAddress', 200),
    health: reader.text('health', 60),
    phone: reader.text('phone', 30),
    note: reader.text('note', 500),
  };
}
