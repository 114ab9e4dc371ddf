import type { createCadre, updateCadre } from '@xuanpai/contracts/cadres';
import type { BodyInputOf } from '@xuanpai/contracts/endpoint';
import type { CadreDetail } from './queries.ts';

type NewBody = BodyInputOf<typeof createCadre>;
type Sealed = 'idNumber' | 'homeAddress' | 'health';

/** What stands in the form: days as typed or shown, 2011-11 for the first of a month. */
export interface CadreValues extends Omit<NewBody, Sealed> {
  /** Empty in the form of a person who has them: what is masked isn't typed again. */
  idNumber?: string;
  homeAddress?: string | null;
  health?: string | null;
  /** The paper that a correction of Party dates stands on. */
  document?: string;
  /** From when a changed staffing type holds; empty where the register was wrong. */
  staffingSince?: string | null;
}

/** A month known without its day is kept as its first day. */
function fullDay(typed: string | null | undefined): string | null {
  if (!typed) return null;
  return /^\d{4}-\d{2}$/.test(typed) ? `${typed}-01` : typed;
}

function shownDay(day: string | null): string | null {
  return day?.endsWith('-01') ? day.slice(0, 7) : day;
}

function plainBody(values: CadreValues) {
  return {
    name: values.name,
    unitId: values.unitId,
    rank: values.rank,
    staffingType: values.staffingType,
    speciality: values.speciality,
    ethnicity: values.ethnicity ?? null,
    nativePlace: values.nativePlace ?? null,
    politicalStatus: values.politicalStatus ?? null,
    joinedOn: fullDay(values.joinedOn),
    fullMemberOn: fullDay(values.fullMemberOn),
    workingSince: fullDay(values.workingSince),
    education: values.education ?? null,
    position: values.position ?? null,
    managementAuthority: values.managementAuthority ?? null,
    homeTownship: values.homeTownship ?? null,
    phone: values.phone ?? null,
    note: values.note ?? null,
  };
}

function sealedBody({ homeAddress, health }: CadreValues) {
  return { ...(homeAddress ? { homeAddress } : {}), ...(health ? { health } : {}) };
}

export function newCadreBody(values: CadreValues): NewBody {
  return { ...plainBody(values), ...sealedBody(values), idNumber: values.idNumber ?? '' };
}

/** The sealed fields go only where something was typed. */
export function cadreChanges(
  values: CadreValues,
  version: number,
): BodyInputOf<typeof updateCadre> {
  const { idNumber, document, staffingSince } = values;
  return {
    ...plainBody(values),
    ...sealedBody(values),
    ...(idNumber ? { idNumber } : {}),
    ...(document ? { document } : {}),
    ...(staffingSince ? { staffingSince } : {}),
    version,
  };
}

/** Whether the Party dates in the form differ from the register's: then it is a correction. */
export function isCorrection(
  values: Pick<CadreValues, 'joinedOn' | 'fullMemberOn'>,
  cadre: CadreDetail,
): boolean {
  return (
    fullDay(values.joinedOn) !== cadre.joinedOn ||
    fullDay(values.fullMemberOn) !== cadre.fullMemberOn
  );
}

export function valuesOf(cadre: CadreDetail): CadreValues {
  return {
    ...cadre,
    staffingSince: null,
    joinedOn: shownDay(cadre.joinedOn),
    fullMemberOn: shownDay(cadre.fullMemberOn),
    workingSince: shownDay(cadre.workingSince),
  };
}
