import type { VillageKind } from '@xuanpai/contracts/values';
import { villageKindWords } from '@xuanpai/contracts/words';
import type { FigureHeadings } from '@xuanpai/domain/imports/figure-headings';
import { villageFigures } from '@xuanpai/domain/imports/village-columns';
import type { VillageRecord } from '@xuanpai/domain/imports/village-row';
import { present, shown } from '../examined-row.ts';
import type { Values } from '../import-kind.ts';
import type { KnownVillage } from './village-register.ts';

function kindNames(kinds: readonly VillageKind[] | undefined): string | undefined {
  return kinds
    ?.map((kind) => villageKindWords[kind].zh)
    .sort()
    .join('、');
}

/** A village as the sheet brings it, field by field. */
export function brought(
  record: VillageRecord,
  township: string | undefined,
  inBatch: boolean,
): Values {
  return present({
    township,
    name: record.name,
    code: record.code,
    households: shown(record.households),
    population: shown(record.population),
    partyMembers: shown(record.partyMembers),
    ...Object.fromEntries(villageFigures.map((figure) => [figure, shown(record.figures[figure])])),
    mainIndustry: shown(record.mainIndustry),
    kinds: inBatch ? kindNames(record.kinds) : undefined,
    cityDispatched: inBatch ? yes(record.cityDispatched) : undefined,
    note: shown(record.note),
  });
}

/** A village as the register has it, with the figures of the sheet's years. */
export function registered(village: KnownVillage, { years }: FigureHeadings): Values {
  const figureOf = (figure: (typeof villageFigures)[number]) =>
    village.years.get(years[figure] ?? 0)?.[figure] ?? '';
  return {
    township: village.townshipName,
    name: village.name,
    code: village.code,
    households: String(village.households ?? ''),
    population: String(village.population ?? ''),
    partyMembers: String(village.partyMembers ?? ''),
    ...Object.fromEntries(villageFigures.map((figure) => [figure, figureOf(figure)])),
    mainIndustry: village.mainIndustry ?? '',
    kinds: village.inBatch ? (kindNames(village.inBatch.kinds) ?? '') : notInBatch,
    cityDispatched: yes(village.inBatch?.cityDispatched ?? false) ?? '',
    note: village.note ?? '',
  };
}

const notInBatch = '(未列入本批次)';

function yes(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? '是' : '';
}
