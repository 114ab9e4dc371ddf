import type { CadreExplanation, Reason } from '@xuanpai/contracts/plan-explanation';
import type { Language, Text } from '@xuanpai/contracts/text';
import { type PersonPlaces, personPlaces } from '@xuanpai/planner/explain/person-places';
import { indexPlan } from '@xuanpai/planner/plan-index';
import type { ViolationCode } from '@xuanpai/planner/rule-table';
import { notFound } from '../../../lib/api-error.ts';
import type { DossierCadre } from '../read/dossier.ts';
import { basisOfRule } from '../read/findings.ts';
import { namesOf } from '../read/names.ts';
import { type OpenPlan, placeOf } from '../read/open-plan.ts';
import { shownAlternatives } from './alternatives.ts';
import { describeMoves } from './describe-moves.ts';
import { personReasons } from './person-reasons.ts';
import { change } from './words.ts';

/** Why somebody is where they are, or nowhere, and where else they could be. Throws `notFound`. */
export function explainCadre(
  open: OpenPlan,
  cadreId: string,
  language: Language,
): CadreExplanation {
  const names = namesOf(open.dossier);
  const person = names.cadre(cadreId);
  if (!person) throw notFound();
  const [placeId = null] = [...open.placement].find(([, holder]) => holder === cadreId) ?? [];
  const place = placeOf(open, placeId ?? '');
  const { places, ruledOut } = personPlaces(open.input, open.placement, cadreId);
  const alternatives = places.slice(0, shownAlternatives).flatMap((other) => {
    const seat = placeOf(open, other.placeId);
    if (!seat) return [];
    return [
      {
        ...describeMoves(open, seat.villageId, other.moves, language),
        placeId: seat.id,
        villageId: seat.villageId,
        village: names.villageName(seat.villageId),
        post: seat.post,
      },
    ];
  });
  return {
    cadreId,
    name: person.name,
    placeId,
    villageId: place?.villageId ?? null,
    reasons: place
      ? placedReasons(open, place.id, cadreId, places, language)
      : idleReasons(person, places, language),
    nominationId: person.setAside ? person.nominationId : null,
    alternatives,
    ruledOut: ruledOutWords(open, person, ruledOut, language),
  };
}

function placedReasons(
  open: OpenPlan,
  placeId: string,
  cadreId: string,
  others: PersonPlaces['places'],
  language: Language,
): Reason[] {
  const index = indexPlan(open.input);
  const place = index.places.get(placeId);
  const cadre = index.cadres.get(cadreId);
  if (!place || !cadre) return [];
  const reasons = personReasons(open, index, place, cadre, language);
  const compared = comparison(open, others);
  return compared ? [...reasons, { text: compared[language], basis: null }] : reasons;
}

/** 换到别处，最好是前洪瑞村，总分−6.0。 */
function comparison(open: OpenPlan, [best]: PersonPlaces['places']): Text | null {
  if (!best) return null;
  const where = namesOf(open.dossier).villageName(placeOf(open, best.placeId)?.villageId);
  const points = change(best.change);
  return {
    zh: `与别处的人对调，最好的是${where}，全区总分${points}。`,
    en: `The best exchange would be with ${where}: ${points} for the whole plan.`,
  };
}

function idleReasons(
  person: DossierCadre,
  others: PersonPlaces['places'],
  language: Language,
): Reason[] {
  const { setAside, name } = person;
  if (setAside) {
    const text = {
      zh: `${name}不能排入：${setAside.reason.zh}。`,
      en: `${name} cannot be placed: ${setAside.reason.en}.`,
    };
    return [{ text: text[language], basis: setAside.basis }];
  }
  return [{ text: idleWords(name, others)[language], basis: null }];
}

function idleWords(name: string, others: PersonPlaces['places']): Text {
  const [best] = others;
  if (!best) {
    return {
      zh: `没有${name}可以任职的岗位：都被规定排除，或已锁定。`,
      en: `No place is open to ${name}: each is ruled out or pinned.`,
    };
  }
  const empty = others.filter(({ holderId }) => holderId === null).length;
  if (empty > 0) {
    return {
      zh: `${name}可以排入，有${empty}个空岗可以任职。`,
      en: `${name} may be placed: ${empty} empty places are open.`,
    };
  }
  const points = change(best.change);
  return {
    zh: `可以任职的${others.length}个岗位都已有人。换上${name}，最好的一处全区总分${points}。`,
    en: `All ${others.length} places open to ${name} are taken; the best of them would change the plan by ${points}.`,
  };
}

/** Counts of places with why they are closed, the most first. */
function ruledOutWords(
  open: OpenPlan,
  person: DossierCadre,
  ruledOut: PersonPlaces['ruledOut'],
  language: Language,
): CadreExplanation['ruledOut'] {
  const counts = Object.entries(ruledOut) as [ViolationCode, number][];
  return counts
    .filter(([code]) => code !== 'notEligible')
    .sort(([, a], [, b]) => b - a)
    .map(([code, places]) => ({
      code,
      places,
      text: ruleWords(code, places, person.unitName)[language],
      basis: basisOfRule(open.dossier.policy, code),
    }));
}

function ruleWords(code: ViolationCode, places: number, unit: string): Text {
  switch (code) {
    case 'outsideTownship':
      return {
        zh: `${places}个岗位不在本镇街（${unit}）。`,
        en: `${places} places lie outside the own township (${unit}).`,
      };
    case 'laggingNeedsLeadingBody':
      return {
        zh: `${places}个岗位在相对后进村，须由班子成员任职。`,
        en: `${places} places are in lagging villages, for members of the leading body.`,
      };
    case 'relativeInVillage':
      return {
        zh: `${places}个岗位所在的村有亲属任村干部，应当回避。`,
        en: `${places} places are in villages where a relative holds office.`,
      };
    case 'banned':
      return {
        zh: `${places}个岗位已要求不去。`,
        en: `${places} places are ruled out by what was asked of the plan.`,
      };
    default:
      return {
        zh: `${places}个岗位不合规定。`,
        en: `${places} places are against a rule.`,
      };
  }
}
