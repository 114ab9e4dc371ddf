import type { BodyInputOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { createVillage, getVillage, updateVillage } from '@xuanpai/contracts/villages';

export type VillageDetail = ReplyOf<typeof getVillage>;

interface YearValues {
  year: number;
  operatingIncome?: string | null;
  netIncomePerHead?: string | null;
  infrastructureInvestment?: string | null;
}

/** What stands in the form. */
export interface VillageValues {
  code: string;
  name: string;
  townshipId: string;
  households?: number | null;
  population?: number | null;
  partyMembers?: number | null;
  mainIndustry?: string | null;
  note?: string | null;
  years?: YearValues[];
}

const noFigures = { operatingIncome: null, netIncomePerHead: null, infrastructureInvestment: null };

function shared({ years = [], ...values }: VillageValues) {
  return {
    households: values.households ?? null,
    population: values.population ?? null,
    partyMembers: values.partyMembers ?? null,
    mainIndustry: values.mainIndustry ?? null,
    note: values.note ?? null,
    years: years.map((year) => ({ ...noFigures, ...year })),
  };
}

export function newVillageBody(values: VillageValues): BodyInputOf<typeof createVillage> {
  const { code, name, townshipId } = values;
  return { code, name, townshipId, ...shared(values) };
}

/** A year taken out of the form goes as a year without figures. */
export function villageChanges(
  values: VillageValues,
  { years, version }: VillageDetail,
): BodyInputOf<typeof updateVillage> {
  const body = shared(values);
  const removed = years.filter(({ year }) => !body.years.some((kept) => kept.year === year));
  const gone = removed.map(({ year }) => ({ year, ...noFigures }));
  return { name: values.name, ...body, years: [...body.years, ...gone], version };
}
