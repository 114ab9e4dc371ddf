import type { VillageKind } from '@xuanpai/contracts/values';
import type { VillageFigure } from '@xuanpai/domain/imports/village-columns';
import type { ImportContext } from '../import-kind.ts';

export interface KnownVillage {
  id: string;
  code: string;
  name: string;
  townshipName: string;
  households: number | null;
  population: number | null;
  partyMembers: number | null;
  mainIndustry: string | null;
  note: string | null;
  version: number;
  /** Yuan by year. */
  years: Map<number, Record<VillageFigure, string>>;
  inBatch: { kinds: VillageKind[]; cityDispatched: boolean; version: number } | null;
}

/** The villages of the register that have these codes, and the names of all townships by code. */
export async function knownVillages(
  { client, batch }: ImportContext,
  codes: string[],
  years: number[],
) {
  const found = await client.village.findMany({
    where: { code: { in: codes } },
    include: {
      township: { select: { name: true } },
      years: { where: { year: { in: years } } },
      batches: { where: { batchId: { in: batch ? [batch.id] : [] } } },
    },
  });
  const villages = new Map(
    found.map(({ years: figures, batches, township, ...village }): [string, KnownVillage] => [
      village.code,
      {
        ...village,
        townshipName: township.name,
        years: new Map(
          figures.map((year) => [
            year.year,
            {
              operatingIncome: year.operatingIncome?.toFixed(2) ?? '',
              netIncomePerHead: year.netIncomePerHead?.toFixed(2) ?? '',
              infrastructureInvestment: year.infrastructureInvestment?.toFixed(2) ?? '',
            },
          ]),
        ),
        inBatch: batches[0] ?? null,
      },
    ]),
  );
  const regions = await client.region.findMany({ where: { level: 'township' } });
  return { villages, townships: new Map(regions.map(({ code, name }) => [code, name])) };
}
