import type { Alternative } from '@xuanpai/contracts/plan-explanation';
import type { Language, Text } from '@xuanpai/contracts/text';
import { postWords } from '@xuanpai/contracts/words';
import type { Placement } from '@xuanpai/planner/model';
import { explainMove, type PlanMove } from '@xuanpai/planner/moves';
import { withoutDust } from '@xuanpai/planner/round';
import { findingsOf, presentFinding } from '../read/findings.ts';
import { namesOf } from '../read/names.ts';
import { type OpenPlan, placeOf } from '../read/open-plan.ts';

/** What moves would change in a village, elsewhere, and for whom. */
export function describeMoves(
  open: OpenPlan,
  villageId: string,
  moves: readonly PlanMove[],
  language: Language,
): Alternative {
  const { input, placement, dossier, places } = open;
  const names = namesOf(dossier);
  const effect = explainMove(input, placement, moves);
  const differences = effect.villages.map((village) => ({
    villageId: village.villageId,
    name: names.villageName(village.villageId),
    change: withoutDust(village.after.total - village.before.total),
  }));
  const points = (units: { value: number }[]) => units.reduce((sum, { value }) => sum + value, 0);
  const seats = places
    .filter((place) => place.villageId === villageId)
    .toSorted(
      (a, b) => Number(a.post === 'deputySecretary') - Number(b.post === 'deputySecretary'),
    );
  return {
    people: seats.flatMap(({ id }) => {
      const cadre = names.cadre(effect.placement.get(id));
      return cadre ? [{ cadreId: cadre.id, name: cadre.name, unitName: cadre.unitName }] : [];
    }),
    change: effect.change,
    here: differences.find((one) => one.villageId === villageId)?.change ?? 0,
    spread: points(effect.splitUnits.after) - points(effect.splitUnits.before),
    elsewhere: differences.filter((one) => one.villageId !== villageId),
    travels: travels(open, effect.placement).map((text) => text[language]),
    findings: findingsOf(dossier, effect.violations.appeared).map((finding) =>
      presentFinding(finding, language),
    ),
    moves: [...moves],
  };
}

/** 石云浩：前洪瑞村副书记 → 张埠子季家楼联村副书记; in the order of the people. */
function travels(open: OpenPlan, after: Placement): Text[] {
  const before = seatsOf(open.placement);
  const now = seatsOf(after);
  const names = namesOf(open.dossier);
  return open.dossier.cadres
    .filter(({ id }) => before.get(id) !== now.get(id))
    .map(({ id }) => {
      const from = seatName(open, before.get(id));
      const to = seatName(open, now.get(id));
      const name = names.cadreName(id);
      return { zh: `${name}：${from.zh} → ${to.zh}`, en: `${name}: ${from.en} → ${to.en}` };
    });
}

function seatsOf(placement: Placement): Map<string, string> {
  return new Map([...placement].map(([placeId, cadreId]) => [cadreId, placeId]));
}

function seatName(open: OpenPlan, placeId: string | undefined): Text {
  const place = placeOf(open, placeId ?? '');
  if (!place) return { zh: '未排入', en: 'no place' };
  const village = namesOf(open.dossier).villageName(place.villageId);
  const post = postWords[place.post];
  return { zh: `${village}${post.zh}`, en: `${village}, ${post.en.toLowerCase()}` };
}
