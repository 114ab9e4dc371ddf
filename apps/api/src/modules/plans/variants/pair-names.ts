import { type Names, namesOf } from '../read/names.ts';
import type { OpenPlan } from '../read/open-plan.ts';

/** Names of both plans' people: each knows whom it still places although they were replaced. */
export interface PairNames extends Names {
  holder(cadreId: string): { cadreId: string; name: string; unitName: string };
}

export function pairNames({ dossier }: OpenPlan, second: OpenPlan): PairNames {
  const cadres = new Map(
    [...second.dossier.cadres, ...dossier.cadres].map((cadre) => [cadre.id, cadre]),
  );
  const names = namesOf({ ...dossier, cadres: [...cadres.values()] });
  return {
    ...names,
    holder: (cadreId) => ({
      cadreId,
      name: names.cadreName(cadreId),
      unitName: names.cadre(cadreId)?.unitName ?? '',
    }),
  };
}
