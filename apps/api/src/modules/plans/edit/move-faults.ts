import type { Move } from '@xuanpai/contracts/plan-moves';
import { type Fault, invalid, ruleViolated } from '../../../lib/api-error.ts';
import { namesOf } from '../read/names.ts';
import type { OpenPlan } from '../read/open-plan.ts';

/** Moves whose form is wrong: unknown ids, a place or a person twice. Throws `invalid` with all. */
export function checkForm({ input }: OpenPlan, moves: readonly Move[]): void {
  const places = new Set(input.places.map(({ id }) => id));
  const cadres = new Set(input.cadres.map(({ id }) => id));
  const seen = new Set<string>();
  const faults = moves.flatMap(({ placeId, cadreId }, index): Fault[] => {
    const found: Fault[] = [];
    const place = `moves.${index}.placeId`;
    const cadre = `moves.${index}.cadreId`;
    if (!places.has(placeId)) found.push(fault(place, 'unknownPlace'));
    if (cadreId !== null && !cadres.has(cadreId)) found.push(fault(cadre, 'unknownCadre'));
    if (seen.has(placeId)) found.push(fault(place, 'placeTwice'));
    if (cadreId !== null && seen.has(cadreId)) found.push(fault(cadre, 'cadreTwice'));
    seen.add(placeId);
    if (cadreId !== null) seen.add(cadreId);
    return found;
  });
  if (faults.length > 0) throw invalid(faults);
}

const formWords = {
  unknownPlace: { zh: '方案里没有这个岗位。', en: 'The plan has no such place.' },
  unknownCadre: { zh: '此人不在本批次人选中。', en: 'This person is not named to the batch.' },
  placeTwice: { zh: '一次安排里同一岗位只能出现一次。', en: 'A place can be named once.' },
  cadreTwice: { zh: '一名干部只能排一个岗位。', en: 'A cadre takes one place.' },
};

function fault(path: string, code: keyof typeof formWords): Fault {
  return { path, code, message: formWords[code] };
}

/**
 * Places that are pinned don't change by hand, and whoever sits elsewhere isn't taken away silently:
 * an exchange names both places. Throws `ruleViolated` with all.
 */
export function checkHolders({ places, dossier }: OpenPlan, moves: readonly Move[]): void {
  const names = namesOf(dossier);
  const moved = new Set(moves.map(({ placeId }) => placeId));
  const faults = moves.flatMap(({ placeId, cadreId }, index): Fault[] => {
    const found: Fault[] = [];
    const place = places.find(({ id }) => id === placeId);
    const pinned = place?.pinnedCadreId ?? null;
    // Somebody else may still sit where a pin wants another: they may be cleared, not replaced.
    if (pinned !== null && cadreId !== pinned && (cadreId !== null || place?.cadreId === pinned)) {
      found.push(pinnedFault(`moves.${index}.placeId`, names.cadreName(pinned)));
    }
    const pinnedThere = cadreId === null ? undefined : pinOf(places, cadreId);
    if (pinnedThere && pinnedThere.id !== placeId) {
      found.push(pinnedFault(`moves.${index}.cadreId`, names.cadreName(cadreId ?? undefined)));
    }
    const seat = cadreId === null ? undefined : places.find((one) => one.cadreId === cadreId);
    if (seat && seat.id !== placeId && !moved.has(seat.id)) {
      const name = names.cadreName(cadreId ?? undefined);
      const village = names.villageName(seat.villageId);
      found.push({
        path: `moves.${index}.cadreId`,
        code: 'cadreElsewhere',
        message: { zh: `${name}已排在${village}。`, en: `${name} is placed in ${village}.` },
        remedy: {
          zh: '请在同一次安排里写明原岗位由谁接，或清空。',
          en: 'Say in the same call who takes that place, or clear it.',
        },
      });
    }
    return found;
  });
  if (faults.length > 0) throw ruleViolated(faults);
}

function pinOf(places: OpenPlan['places'], cadreId: string) {
  return places.find(({ pinnedCadreId }) => pinnedCadreId === cadreId);
}

function pinnedFault(path: string, name: string): Fault {
  return {
    path,
    code: 'pinned',
    message: { zh: `${name}已锁定岗位。`, en: `${name} is pinned to a place.` },
    remedy: { zh: '请先解锁。', en: 'Unpin first.' },
  };
}
