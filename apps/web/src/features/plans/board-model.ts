import type { Plan, PlanFinding } from '@xuanpai/contracts/plans';
import { groupBy } from '@xuanpai/domain/group-by';

export type PlanVillage = Plan['villages'][number];
export type PlanCadre = Plan['cadres'][number];
export type PlanPlace = Plan['places'][number];

/** A village with its places and what is said about it. */
export interface BoardVillage extends PlanVillage {
  lead: PlanPlace | null;
  deputy: PlanPlace | null;
  findings: PlanFinding[];
}

export interface BoardTown {
  id: string;
  name: string;
  filled: number;
  places: number;
}

/** A plan by village, town and person. */
export interface Board {
  plan: Plan;
  villages: BoardVillage[];
  towns: BoardTown[];
  village(id: string | null | undefined): BoardVillage | null;
  cadre(id: string | null | undefined): PlanCadre | null;
  place(id: string | null | undefined): PlanPlace | null;
  /** Where a cadre is placed. */
  seatOf(cadreId: string): PlanPlace | null;
  leftOver: PlanCadre[];
  warnings: PlanFinding[];
}

export function boardOf(plan: Plan): Board {
  const findings = groupBy(plan.findings, ({ villageId }) => villageId ?? '');
  const leads = new Map<string, PlanPlace>();
  const deputies = new Map<string, PlanPlace>();
  for (const place of plan.places) {
    (place.post === 'deputySecretary' ? deputies : leads).set(place.villageId, place);
  }
  const villages = plan.villages.map((village) => ({
    ...village,
    lead: leads.get(village.villageId) ?? null,
    deputy: deputies.get(village.villageId) ?? null,
    findings: findings.get(village.villageId) ?? [],
  }));
  const villageById = new Map(villages.map((village) => [village.villageId, village]));
  const cadreById = new Map(plan.cadres.map((cadre) => [cadre.cadreId, cadre]));
  const placeById = new Map(plan.places.map((place) => [place.id, place]));
  const seats = new Map(plan.places.map((place) => [place.cadreId, place]));
  return {
    plan,
    villages,
    towns: plan.townships.map(({ id, name }) => ({ id, name, ...countIn(villages, id) })),
    village: (id) => villageById.get(id ?? '') ?? null,
    cadre: (id) => cadreById.get(id ?? '') ?? null,
    place: (id) => placeById.get(id ?? '') ?? null,
    seatOf: (cadreId) => seats.get(cadreId) ?? null,
    leftOver: plan.cadres.filter(({ cadreId }) => !seats.has(cadreId)),
    warnings: plan.findings.filter(({ weight }) => weight === 'warns'),
  };
}

function countIn(villages: readonly BoardVillage[], townshipId: string) {
  const places = villages
    .filter((village) => village.townshipId === townshipId)
    .flatMap(({ lead, deputy }) => [lead, deputy])
    .filter((place) => place !== null);
  return {
    places: places.length,
    filled: places.filter(({ cadreId }) => cadreId !== null).length,
  };
}

/** What the middle shows: a town, the whole district, or what is vacant, pinned or hinted at. */
export type Show = 'vacant' | 'pinned' | 'warned';

export function villagesShown(board: Board, town: string | null, show: Show | null) {
  const chosen = board.villages.filter(({ townshipId }) => town === null || townshipId === town);
  if (show === null) return chosen;
  const places = ({ lead, deputy }: BoardVillage) => [lead, deputy].filter((one) => one !== null);
  const matches: Record<Show, (village: BoardVillage) => boolean> = {
    vacant: (village) => places(village).some(({ cadreId }) => cadreId === null),
    pinned: (village) => places(village).some(({ pinned }) => pinned),
    warned: (village) => village.findings.some(({ weight }) => weight === 'warns'),
  };
  return chosen.filter(matches[show]);
}

/** The lines of the middle: villages of a tier together, the district's first. */
export interface VillageGroup {
  key: string;
  townshipId: string;
  tier: PlanVillage['tier'];
  villages: BoardVillage[];
  places: number;
}

export function groupsOf(villages: readonly BoardVillage[]): VillageGroup[] {
  const groups = new Map<string, VillageGroup>();
  const tiers = ['district', 'township'] as const;
  const towns = [...new Set(villages.map(({ townshipId }) => townshipId))];
  for (const townshipId of towns) {
    for (const tier of tiers) {
      const members = villages.filter(
        (village) => village.townshipId === townshipId && village.tier === tier,
      );
      if (members.length === 0) continue;
      const key = `${townshipId} ${tier}`;
      const places = members.reduce(
        (sum, { lead, deputy }) => sum + (lead ? 1 : 0) + (deputy ? 1 : 0),
        0,
      );
      groups.set(key, { key, townshipId, tier, villages: members, places });
    }
  }
  return [...groups.values()];
}
