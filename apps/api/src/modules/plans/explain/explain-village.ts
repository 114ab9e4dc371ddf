import type { VillageExplanation } from '@xuanpai/contracts/plan-explanation';
import type { Language } from '@xuanpai/contracts/text';
import { indexPlan } from '@xuanpai/planner/plan-index';
import { scoreVillage } from '@xuanpai/planner/score';
import { notFound } from '../../../lib/api-error.ts';
import { namesOf } from '../read/names.ts';
import { type OpenPlan, placeOf } from '../read/open-plan.ts';
import { villageNeed } from './need-words.ts';
import { basisOfPart, partWords } from './part-words.ts';
import { personReasons } from './person-reasons.ts';

/** Why these people are in a village, and what each part of its score stands on. Throws `notFound`. */
export function explainVillage(
  open: OpenPlan,
  villageId: string,
  language: Language,
): VillageExplanation {
  const { input, placement, dossier } = open;
  const index = indexPlan(input);
  const entry = index.villages.get(villageId);
  if (!entry) throw notFound();
  const names = namesOf(dossier);
  const score = scoreVillage(index, entry, placement);
  const holder = (placeId: string | undefined) =>
    index.cadres.get(placement.get(placeId ?? '') ?? '') ?? null;
  const [lead, deputy] = [holder(entry.lead?.id), holder(entry.deputy?.id)];
  const seats = [entry.lead, entry.deputy].filter((place) => place !== null);
  return {
    villageId,
    score: score.total,
    need: {
      text: villageNeed(entry.village, entry.need)[language],
      basis: dossier.policy.basis('score.need'),
    },
    people: seats.map((place) => {
      const cadre = holder(place.id);
      return {
        placeId: place.id,
        post: placeOf(open, place.id)?.post ?? place.post,
        cadreId: cadre?.id ?? null,
        name: cadre?.name ?? null,
        reasons: cadre ? personReasons(open, index, place, cadre, language) : [],
      };
    }),
    parts: score.parts.map((part) => ({
      kind: part.kind,
      value: part.value,
      cadreId: part.cadreId ?? null,
      text: partWords({ index, entry, names, lead, deputy }, part)[language],
      basis: basisOfPart(dossier.policy, part, entry),
    })),
  };
}
