import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { updateUnit } from '@xuanpai/contracts/units';
import type { Json } from '@xuanpai/contracts/values';
import type { Unit } from '@xuanpai/database/generated/client';
import { personName, tidyText } from '@xuanpai/domain/office/text';
import { maskPhone } from '../../lib/records/mask-phone.ts';

type Input = Omit<BodyOf<typeof updateUnit>, 'version' | 'name' | 'kind'>;

/** What a liaison or a township officer may keep up to date of the own unit. */
export const contactFields = ['responsiblePerson', 'contactName', 'contactPhone'] as const;

const people: readonly string[] = ['responsiblePerson', 'contactName'];

/** The columns that an input names: texts tidy, an empty text is none. */
export function plainFields({ strengths, quota, ...texts }: Input) {
  const kept = Object.entries(texts).map(([field, text]) => [field, keptText(field, text)]);
  return {
    ...(strengths === undefined ? {} : { strengths: [...new Set(strengths)] }),
    ...(quota === undefined ? {} : { quota }),
    ...(Object.fromEntries(kept) as typeof texts),
  };
}

function keptText(field: string, text: string | null) {
  if (text === null) return null;
  return (people.includes(field) ? personName(text) : tidyText(text)) || null;
}

/** A unit as the log keeps it: the telephone number masked. */
export function loggedUnit(unit: Unit): { [field: string]: Json } {
  const { id: _, searchKey: __, version: ___, contactPhone, ...fields } = unit;
  return { ...fields, contactPhone: contactPhone === null ? null : maskPhone(contactPhone) };
}
