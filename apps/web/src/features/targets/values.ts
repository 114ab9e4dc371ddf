import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { getTargetSheets, listTargetPeriods } from '@xuanpai/contracts/target-reports';
import type { getTargets, getVillageTargets, TargetGridVillage } from '@xuanpai/contracts/targets';

export type TargetGrid = ReplyOf<typeof getTargets>;
export type GridVillage = TargetGridVillage;
export type VillageTargets = ReplyOf<typeof getVillageTargets>;
export type VillageMeasure = VillageTargets['measures'][number];
export type VillagePeriod = VillageTargets['periods'][number];
export type SheetsOfPeriod = ReplyOf<typeof getTargetSheets>;
export type PeriodStanding = ReplyOf<typeof listTargetPeriods>['items'][number];
