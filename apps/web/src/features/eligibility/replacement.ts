import type { BodyInputOf } from '@xuanpai/contracts/endpoint';
import type { Nomination, replaceNomination } from '@xuanpai/contracts/nominations';
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

export interface ReplaceValues {
  from: 'register' | 'new';
  cadreId?: string;
  cadre?: NewCadreValues;
  category: Category;
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

/** What is sent: a person of the register, or the new one in the unit of the nominee. */
export function replacementBody(
  { from, cadreId, cadre, category, reason }: ReplaceValues,
  { unitId, version }: Nomination,
): BodyInputOf<typeof replaceNomination> {
  const naming = { category, reason, version };
  if (from === 'register' || !cadre) {
    return { ...naming, ...(cadreId === undefined ? {} : { cadreId }) };
  }
  const { position, politicalStatus, phone, joinedOn, fullMemberOn, ...required } = cadre;
  return {
    ...naming,
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
