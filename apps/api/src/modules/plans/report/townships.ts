import type { PlanReport } from '@xuanpai/contracts/plan-report';
import { ranks } from '@xuanpai/contracts/values';
import type { DossierCadre } from '../read/dossier.ts';
import { namesOf } from '../read/names.ts';
import type { OpenPlan } from '../read/open-plan.ts';
import { ageBands, isIn } from './age-bands.ts';

/** Ranks and ages of the people in each township's villages, in the order of the townships. */
export function reportTownships(open: OpenPlan): PlanReport['townships'] {
  const { dossier, input, places } = open;
  const names = namesOf(dossier);
  const bands = ageBands(dossier.policy.bound('eligibility.ageLimit'));
  const townshipOf = new Map(input.villages.map(({ id, townshipId }) => [id, townshipId]));
  return dossier.townships.flatMap(({ id, name }) => {
    const villages = input.villages.filter(({ townshipId }) => townshipId === id);
    if (villages.length === 0) return [];
    const seats = places.filter(({ villageId }) => townshipOf.get(villageId) === id);
    const people = seats.flatMap(({ cadreId }) => names.cadre(cadreId ?? undefined) ?? []);
    return [
      {
        townshipId: id,
        name,
        villages: villages.length,
        places: seats.length,
        people: people.length,
        ranks: ranks.map((rank) => people.filter((cadre) => cadre.rank === rank).length),
        ages: bands.map((band) => people.filter(({ age }) => isIn(band, age)).length),
        meanAge: meanAge(people),
      },
    ];
  });
}

/** To one decimal; null for nobody. */
export function meanAge(people: readonly Pick<DossierCadre, 'age'>[]): number | null {
  if (people.length === 0) return null;
  const sum = people.reduce((years, { age }) => years + age, 0);
  return Math.round((10 * sum) / people.length) / 10;
}
