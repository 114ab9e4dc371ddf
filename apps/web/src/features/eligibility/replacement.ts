import type { BodyInputOf } from '@xuanpai/contracts/endpoint';
import type {
  createNomination,
  Nomination,
  replaceNomination,
} from '@xuanpai/contracts/nominations';
import type { Category, Rank, Speciality, StaffingType } from '@xuanpai/contracts/values';
import { categoryWords } from '@xuanpai/contracts/words';
import { word } from '../../locales/word.ts';
import { keptDate } from './party-date.ts';

export interface NewCadreValues {
  name: string;
  idNumber: string;
  rank: Rank;
  staffingType: StaffingType;
  speciality: Speciality;
  position?: string;
  politicalStatus?: string;
  joinedOn?: string | null;
  fullMemberOn?: string | null;
  phone?: string;
}

export interface NameValues {
  unitId: string;
  from: 'register' | 'new';
  cadreId?: string;
  cadre?: NewCadreValues;
  category: Category;
}

export interface ReplaceValues extends Omit<NameValues, 'unitId'> {
  reason: string;
}

const ofTier = {
  district: ['sectionCadre', 'youngCadre'],
  township: ['leadingBody', 'officeCadre'],
} as const;

export function categoryOptions(tier: Nomination['tier']) {
  return ofTier[tier].map((value) => ({ value, label: word(categoryWords[value]) }));
}

const filled = (text: string | undefined) => text?.trim() || null;

/** Who is named: a person of the register, or the new one in the unit. */
export function namingBody(
  { from, cadreId, cadre, category }: Omit<NameValues, 'unitId'>,
  unitId: string,
): BodyInputOf<typeof createNomination> {
  if (from === 'register' || !cadre) {
    return { category, ...(cadreId === undefined ? {} : { cadreId }) };
  }
  const { position, politicalStatus, phone, joinedOn, fullMemberOn, ...required } = cadre;
  return {
    category,
    cadre: {
      ...required,
      unitId,
      position: filled(position),
      politicalStatus: filled(politicalStatus),
      phone: filled(phone),
      joinedOn: keptDate(joinedOn),
      fullMemberOn: keptDate(fullMemberOn),
    },
  };
}

/** What is sent: who is named instead, of the same unit, and why. */
export function replacementBody(
  values: ReplaceValues,
  { unitId, version }: Nomination,
): BodyInputOf<typeof replaceNomination> {
  return { ...namingBody(values, unitId), reason: values.reason, version };
}
