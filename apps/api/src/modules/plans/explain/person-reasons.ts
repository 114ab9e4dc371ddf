import type { Reason } from '@xuanpai/contracts/plan-explanation';
import type { Basis } from '@xuanpai/contracts/problems';
import type { Language, Text } from '@xuanpai/contracts/text';
import { rankWords, specialityWords } from '@xuanpai/contracts/words';
import type { Place, PlanCadre } from '@xuanpai/planner/model';
import type { PlanIndex, VillagePlaces } from '@xuanpai/planner/plan-index';
import { asksForLeadingBody } from '@xuanpai/planner/score-place';
import { namesOf } from '../read/names.ts';
import type { OpenPlan } from '../read/open-plan.ts';
import { wishText } from '../wishes/wish-words.ts';
import { bestStrength, greatestNeed } from './need-words.ts';
import { percent } from './words.ts';

type Spoken = Text & { basis: Basis | null };

/** Why somebody is in a place: speciality, unit, rank, colleague, home, what was asked. */
export function personReasons(
  open: OpenPlan,
  index: PlanIndex,
  place: Place,
  cadre: PlanCadre,
  language: Language,
): Reason[] {
  const entry = index.villages.get(place.villageId);
  if (!entry) return [];
  const spoken = [
    ownSpeciality(open, entry, cadre),
    ...(entry.village.tier === 'district'
      ? districtReasons(open, index, entry, place, cadre)
      : townshipReasons(open, entry, cadre)),
    ...wishReasons(open, entry, place, cadre),
  ];
  return spoken.map((reason) => ({ text: reason[language], basis: reason.basis }));
}

function ownSpeciality({ dossier }: OpenPlan, { need }: VillagePlaces, cadre: PlanCadre): Spoken {
  const { zh, en } = specialityWords[cadre.speciality];
  const share = need.get(cadre.speciality) ?? 0;
  const basis = dossier.policy.basis('score.need');
  if (share === 0) {
    return { zh: `专长${zh}，本村没有这项需要。`, en: `${en}: not needed here.`, basis };
  }
  return share === greatestNeed(need)
    ? { zh: `专长${zh}，正是本村最需要的。`, en: `${en}: what is needed most here.`, basis }
    : {
        zh: `专长${zh}，本村需要${percent(share)}。`,
        en: `${en}: needed ${percent(share)} here.`,
        basis,
      };
}

function districtReasons(
  open: OpenPlan,
  index: PlanIndex,
  entry: VillagePlaces,
  place: Place,
  cadre: PlanCadre,
): Spoken[] {
  const { policy } = open.dossier;
  const names = namesOf(open.dossier);
  const unit = names.cadre(cadre.id)?.unitName ?? '?';
  const strength = bestStrength(entry.need, cadre.unitStrengths);
  const reasons: Spoken[] = [];
  if (strength && (entry.need.get(strength) ?? 0) > 0) {
    const { zh, en } = specialityWords[strength];
    reasons.push({
      zh: `${unit}的优势是${zh}，与本村需要相合。`,
      en: `The strength of ${unit} is ${en.toLowerCase()}, needed here.`,
      basis: policy.basis('score.matchUnit'),
    });
  }
  const isLead = place.id === entry.lead?.id;
  const other = index.cadres.get(
    open.placement.get((isLead ? entry.deputy : entry.lead)?.id ?? '') ?? '',
  );
  const rank = rankWords[cadre.rank];
  if (isLead && (!other || cadre.level >= other.level)) {
    reasons.push({
      zh: `${rank.zh}，由职级不低者任第一书记。`,
      en: `${rank.en}: nobody ranks above the first secretary.`,
      basis: policy.basis('score.inversion'),
    });
  }
  if (other && other.unitId === cadre.unitId) {
    reasons.push({
      zh: `与${other.name}同在${unit}，合力帮一个村。`,
      en: `Of ${unit} as ${other.name}: one unit helps one village.`,
      basis: policy.basis('score.sameUnit'),
    });
  }
  const home = names.cadre(cadre.id)?.homeTownship;
  if (home && cadre.homeTownshipId !== null) {
    const here = cadre.homeTownshipId === entry.village.townshipId;
    reasons.push({
      zh: here ? `家在${home}，就是本镇街，应予说明。` : `家在${home}，不在本镇街。`,
      en: here ? `Comes from ${home}, which is here.` : `Comes from ${home}, not from here.`,
      basis: policy.basis('score.homeTownship'),
    });
  }
  return reasons;
}

function townshipReasons({ dossier }: OpenPlan, entry: VillagePlaces, cadre: PlanCadre): Spoken[] {
  const { policy } = dossier;
  const township = namesOf(dossier).townshipName(cadre.townshipId);
  const own: Spoken = {
    zh: `${township}的干部，在本镇街任职。`,
    en: `A cadre of ${township}, posted inside it.`,
    basis: policy.basis('dispatch.insideTownship'),
  };
  if (!cadre.leadingBody) return [own];
  if (asksForLeadingBody(entry)) {
    const basis = policy.basis('dispatch.laggingNeedsLeadingBody');
    return [
      {
        zh: '相对后进村须由班子成员任职，本人是班子成员。',
        en: 'A lagging village takes a member of the leading body: this is one.',
        basis,
      },
      own,
    ];
  }
  return [own];
}

/** Pins and preferences with their reasons; what was issued before and stays. */
function wishReasons(
  open: OpenPlan,
  { village }: VillagePlaces,
  place: Place,
  cadre: PlanCadre,
): Spoken[] {
  const wishes = open.wishes.filter(
    ({ kind, state, cadreId }) =>
      state === 'inForce' && cadreId === cadre.id && (kind === 'pin' || kind === 'prefer'),
  );
  const asked = wishes
    .filter(({ kind, placeId, villageId, townshipId }) =>
      kind === 'pin'
        ? placeId === place.id
        : villageId === village.id || townshipId === village.townshipId,
    )
    .map((wish) => {
      const { zh, en } = wishText(wish);
      return {
        zh: `${zh}：${wish.reason}（${wish.setByName}）。`,
        en: `${en}: ${wish.reason} (${wish.setByName}).`,
        basis: null,
      };
    });
  const issued = open.input.published.some(
    ({ placeId, cadreId }) => placeId === place.id && cadreId === cadre.id,
  );
  const kept = {
    zh: '已印发在此任职，不改动。',
    en: 'Issued for this place, and stays.',
    basis: open.dossier.policy.basis('score.publishedChange'),
  };
  return issued ? [...asked, kept] : asked;
}
