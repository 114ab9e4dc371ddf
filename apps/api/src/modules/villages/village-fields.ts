import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { Json } from '@xuanpai/contracts/values';
import type { createVillage } from '@xuanpai/contracts/villages';
import type { Prisma } from '@xuanpai/database/generated/client';
import { tidyText } from '@xuanpai/domain/office/text';
import { presentYear } from './present.ts';

export type StoredVillage = Prisma.VillageGetPayload<{ include: { years: true } }>;
type Input = BodyOf<typeof createVillage>;
type Plain = 'households' | 'population' | 'partyMembers' | 'mainIndustry' | 'note';

/** The plain columns that an input names; an empty text is none. */
export function plainFields(input: Partial<Pick<Input, Plain>>): Partial<Pick<Input, Plain>> {
  const { households, population, partyMembers, mainIndustry, note } = input;
  return {
    ...(households === undefined ? {} : { households }),
    ...(population === undefined ? {} : { population }),
    ...(partyMembers === undefined ? {} : { partyMembers }),
    ...(mainIndustry === undefined ? {} : { mainIndustry: kept(mainIndustry) }),
    ...(note === undefined ? {} : { note: kept(note) }),
  };
}

function kept(text: string | null) {
  return text === null ? null : tidyText(text) || null;
}

/** A village as the log keeps it: one field for each figure of each year. */
export function loggedVillage(village: StoredVillage): { [field: string]: Json } {
  const figures = village.years.flatMap((row) => {
    const { year, ...amounts } = presentYear(row);
    return Object.entries(amounts).map(([figure, amount]) => [`years.${year}.${figure}`, amount]);
  });
  const { code, name, townshipId, households, population, partyMembers } = village;
  const { mainIndustry, note } = village;
  return {
    ...{ code, name, townshipId, households, population, partyMembers, mainIndustry, note },
    ...Object.fromEntries(figures),
  };
}
