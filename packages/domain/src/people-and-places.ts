import { type CoverageVillage, coverageFigures } from './coverage-figures.ts';
import type { Policy } from './policy/policy.ts';

/** Somebody named to a batch, as judged. */
export interface JudgedNominee {
  nominationId: string;
  name: string;
  tier: 'district' | 'township';
  unitId: string;
  /** Of the own office; null for people of district units. */
  townshipId: string | null;
  leadingBody: boolean;
  placeable: boolean;
}

/** People against places of a tier, in a township or the district as a whole. */
export interface PeopleAgainstPlaces {
  tier: 'district' | 'township';
  townshipId: string | null;
  places: number;
  nominees: number;
  placeable: number;
  /** How many people lack; 0 where there are enough. */
  short: number;
  setAside: { nominationId: string; name: string }[];
  /** D4: lagging villages, and placeable members of the leading body for them. */
  lagging: number;
  leadingBody: number;
}

/**
 * People against places, before anything is solved: the district tier as one, the township tier by
 * township, since by reading (D7) a township's cadres stay there.
 */
export function peopleAgainstPlaces(
  villages: readonly CoverageVillage[],
  nominees: readonly JudgedNominee[],
  townshipIds: readonly string[],
  policy: Policy,
): PeopleAgainstPlaces[] {
  const district = against(
    { tier: 'district', townshipId: null },
    villages.filter(({ tier }) => tier === 'district'),
    nominees.filter(({ tier }) => tier === 'district'),
    policy,
  );
  const townships = townshipIds.map((townshipId) =>
    against(
      { tier: 'township', townshipId },
      villages.filter((one) => one.tier === 'township' && one.townshipId === townshipId),
      nominees.filter((one) => one.tier === 'township' && one.townshipId === townshipId),
      policy,
    ),
  );
  return [district, ...townships];
}

function against(
  group: Pick<PeopleAgainstPlaces, 'tier' | 'townshipId'>,
  villages: readonly CoverageVillage[],
  nominees: readonly JudgedNominee[],
  policy: Policy,
): PeopleAgainstPlaces {
  const { places, lagging } = coverageFigures(villages, policy, 'tier');
  const placeable = nominees.filter((nominee) => nominee.placeable);
  return {
    ...group,
    places,
    nominees: nominees.length,
    placeable: placeable.length,
    short: Math.max(0, places - placeable.length),
    setAside: nominees
      .filter((nominee) => !nominee.placeable)
      .map(({ nominationId, name }) => ({ nominationId, name })),
    lagging,
    leadingBody: placeable.filter(({ leadingBody }) => leadingBody).length,
  };
}

const statedKeys = [
  'dispatch.villages',
  'dispatch.districtVillages',
  'dispatch.districtUnits',
  'dispatch.districtCadres',
  'dispatch.townshipCadres',
  'dispatch.cadres',
] as const;

export interface StatedFigure {
  key: (typeof statedKeys)[number];
  is: number;
  stated: number;
}

/** The figures that the notice states (D2, as the policy keeps them) beside what the registers give. */
export function statedFigures(
  villages: readonly CoverageVillage[],
  nominees: readonly JudgedNominee[],
  policy: Policy,
): StatedFigure[] {
  const district = nominees.filter(({ tier }) => tier === 'district');
  const is: Record<StatedFigure['key'], number> = {
    'dispatch.villages': villages.length,
    'dispatch.districtVillages': villages.filter(({ tier }) => tier === 'district').length,
    'dispatch.districtUnits': new Set(district.map(({ unitId }) => unitId)).size,
    'dispatch.districtCadres': district.length,
    'dispatch.townshipCadres': nominees.length - district.length,
    'dispatch.cadres': nominees.length,
  };
  return statedKeys.map((key) => ({ key, is: is[key], stated: policy.number(key) }));
}
