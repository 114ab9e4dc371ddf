import type { Text } from '@xuanpai/contracts/text';
import { personPlaces } from '@xuanpai/planner/explain/person-places';
import { changeOf } from '@xuanpai/planner/moves';
import { indexPlan } from '@xuanpai/planner/plan-index';
import { change } from '../explain/words.ts';
import type { Finding } from '../read/findings.ts';
import { namesOf } from '../read/names.ts';
import { type OpenPlan, placeOf } from '../read/open-plan.ts';

/** Why a preference was given up: what the best single exchange that keeps it would cost. */
export function costOfAvoiding(
  open: OpenPlan,
  kind: 'unitSplit' | 'homeTownship' | 'inversion',
  finding: Finding,
): Text | null {
  switch (kind) {
    case 'unitSplit':
      return splitCost(open, finding.unitId);
    case 'homeTownship':
      return homeCost(open, finding);
    case 'inversion':
      return inversionCost(open, finding.villageId);
  }
}

/** The unit's people in one village: one of them changes places with somebody beside a colleague. */
function splitCost(open: OpenPlan, unitId: string | null): Text | null {
  const seats = open.places.filter(
    ({ cadreId }) => namesOf(open.dossier).cadre(cadreId ?? undefined)?.unitId === unitId,
  );
  const changes = seats.flatMap(({ cadreId, villageId }) =>
    openTo(open, cadreId)
      .filter((other) => other.villageId !== villageId)
      .filter((other) => seats.some((seat) => seat.villageId === other.villageId))
      .map((other) => other.change),
  );
  return words(changes, { zh: '合在一村', en: 'Together in one village' });
}

function homeCost(open: OpenPlan, { cadreId, villageId }: Finding): Text | null {
  const names = namesOf(open.dossier);
  const home = names.village(villageId ?? undefined)?.townshipId;
  const changes = openTo(open, cadreId)
    .filter((other) => names.village(other.villageId)?.townshipId !== home)
    .map((other) => other.change);
  return words(changes, { zh: '换到别的镇街', en: 'In another township' });
}

function inversionCost(open: OpenPlan, villageId: string | null): Text | null {
  const seats = open.places.filter((place) => place.villageId === villageId);
  const [one, other] = seats;
  if (!one || !other) return null;
  const moves = [
    { placeId: one.id, cadreId: other.cadreId },
    { placeId: other.id, cadreId: one.cadreId },
  ];
  const points = changeOf(indexPlan(open.input), open.placement, moves);
  return words([points], { zh: '两人互换职务', en: 'With both posts exchanged' });
}

function openTo(open: OpenPlan, cadreId: string | null) {
  if (cadreId === null) return [];
  return personPlaces(open.input, open.placement, cadreId).places.map((place) => ({
    villageId: placeOf(open, place.placeId)?.villageId ?? '',
    change: place.change,
  }));
}

function words(changes: readonly number[], what: Text): Text | null {
  if (changes.length === 0) {
    return { zh: `${what.zh}没有可行的对调。`, en: `${what.en}: no exchange is possible.` };
  }
  const points = change(Math.max(...changes));
  return {
    zh: `${what.zh}，最好的对调总分${points}。`,
    en: `${what.en}, the best exchange changes the plan by ${points}.`,
  };
}
