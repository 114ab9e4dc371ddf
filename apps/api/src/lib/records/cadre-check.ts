import type { createCadre, updateCadre } from '@xuanpai/contracts/cadres';
import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { Tx } from '@xuanpai/database/transaction';
import { membershipFaults } from '@xuanpai/domain/membership-dates';
import { checkIdNumber } from '@xuanpai/domain/office/id-number';
import { personName, tidyText } from '@xuanpai/domain/office/text';
import type { Policy } from '@xuanpai/domain/policy/policy';
import type { Fault } from '../api-error.ts';
import type { Keyring } from '../keyring.ts';
import { takenCode } from '../refuse.ts';
import type { CadreRecord } from './cadre.ts';
import { holdRegister } from './counters.ts';

export type NewCadre = BodyOf<typeof createCadre>;
export type CadreChanges = Omit<BodyOf<typeof updateCadre>, 'document' | 'version'>;

/** What an input leaves out. Sex and birth date always come from the ID number. */
const unknown = {
  ethnicity: null,
  nativePlace: null,
  politicalStatus: null,
  joinedOn: null,
  fullMemberOn: null,
  membershipDocument: null,
  workingSince: null,
  education: null,
  position: null,
  managementAuthority: null,
  homeTownship: null,
  homeAddress: null,
  health: null,
  phone: null,
  note: null,
} satisfies Partial<CadreRecord>;

interface Checked {
  record: CadreRecord;
  faults: Fault[];
}

/** A new cadre as the register would keep it, with everything that is wrong with it. */
export function checkNewCadre(input: NewCadre, policy: Policy): Checked {
  const { fields, faults } = read(input);
  const record = { ...unknown, ...fields } as CadreRecord;
  return { record, faults: [...faults, ...dateFaults(record, policy)] };
}

/** A cadre of the register with some fields changed, with everything that is wrong with it then. */
export function checkCadreChanges(
  before: CadreRecord,
  changes: CadreChanges,
  policy: Policy,
): Checked {
  const { fields, faults } = read(changes);
  const record = { ...before, ...fields };
  return { record, faults: [...faults, ...dateFaults(record, policy)] };
}

/** Names without padding, texts tidy, an empty text is none; the ID number with what it says. */
function read(input: CadreChanges): { fields: Partial<CadreRecord>; faults: Fault[] } {
  const { idNumber, name, ...others } = input;
  const fields: Partial<CadreRecord> = Object.fromEntries(
    Object.entries(others).map(([field, value]) => [field, kept(value)]),
  );
  if (name !== undefined) fields.name = personName(name);
  if (idNumber === undefined) return { fields, faults: [] };
  const check = checkIdNumber(idNumber);
  if (!check.ok) {
    const faults = check.problems.map(({ code, zh, en }) => ({
      path: 'idNumber',
      code,
      message: { zh: `${zh}。`, en: `${en}.` },
      remedy: { zh: '请核对原件。', en: 'Check it against the document.' },
    }));
    return { fields, faults };
  }
  return {
    fields: { ...fields, idNumber: check.idNumber, sex: check.sex, bornOn: check.birthDate },
    faults: [],
  };
}

function kept(value: string | null) {
  return value === null ? null : tidyText(value) || null;
}

/** Without a readable ID number there is no birth date to compare with. */
function dateFaults(record: CadreRecord, policy: Policy): Fault[] {
  if (record.bornOn === undefined) return [];
  const { workingSince, bornOn } = record;
  const faults: Fault[] = membershipFaults(record, policy);
  if (workingSince !== null && workingSince <= bornOn) {
    faults.push({
      path: 'workingSince',
      code: 'workingBeforeBirth',
      message: {
        zh: `参加工作时间${workingSince}不晚于出生日期。`,
        en: `Working since ${workingSince}, not after the date of birth.`,
      },
    });
  }
  return faults;
}

/**
 * Whether the ID number belongs to another cadre of the register; it doesn't say to whom. Of two who
 * enter the same number at once the second waits here: the unique index tells equal codes only, and
 * while keys are changed there are two codes for a number.
 */
export async function idNumberFaults(
  tx: Tx,
  keys: Keyring,
  idNumber: string | undefined,
  ownId: string | null,
): Promise<Fault[]> {
  if (idNumber === undefined) return [];
  await holdRegister(tx, 'cadres');
  const other = await tx.cadre.findFirst({
    where: {
      idNumberHmac: { in: keys.codesOf(idNumber) },
      ...(ownId === null ? {} : { NOT: { id: ownId } }),
    },
    select: { id: true },
  });
  if (!other) return [];
  const message = {
    zh: '这个身份证号已登记在另一名干部名下。',
    en: 'This ID number belongs to another cadre of the register.',
  };
  return [{ path: 'idNumber', code: takenCode, message }];
}
