import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { getTargetSheets, listTargetPeriods } from '@xuanpai/contracts/target-reports';
import type { getTargets, getVillageTargets, TargetGridVillage } from '@xuanpai/contracts/targets';
import { standingsOfLine } from '@xuanpai/domain/targets/standing-line';

type GridReply = ReplyOf<typeof getTargets>;
export type GridVillage = TargetGridVillage;
export type TargetGrid = Omit<GridReply, 'places' | 'villages'> & { villages: GridVillage[] };
export type VillageTargets = ReplyOf<typeof getVillageTargets>;
export type VillageMeasure = VillageTargets['measures'][number];
export type VillagePeriod = VillageTargets['periods'][number];
export type SheetsOfPeriod = ReplyOf<typeof getTargetSheets>;
export type PeriodStanding = ReplyOf<typeof listTargetPeriods>['items'][number];

/** The grid with the standings of each village one by one. */
export function gridOf({ places, villages, ...grid }: GridReply): TargetGrid {
  return {
    ...grid,
    villages: villages.map(({ line, ...village }) => ({
      ...village,
      standings: standingsOfLine(places, line),
    })),
  };
}
