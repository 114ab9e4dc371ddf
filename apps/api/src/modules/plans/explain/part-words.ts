import type { Basis } from '@xuanpai/contracts/problems';
import type { Text } from '@xuanpai/contracts/text';
import { rankWords, specialityWords } from '@xuanpai/contracts/words';
import type { PolicyKey } from '@xuanpai/domain/policy/keys';
import type { Policy } from '@xuanpai/domain/policy/policy';
import type { PlanCadre, ScorePart, ScorePartKind } from '@xuanpai/planner/model';
import type { PlanIndex, VillagePlaces } from '@xuanpai/planner/plan-index';
import { asksForLeadingBody } from '@xuanpai/planner/score-place';
import type { Names } from '../read/names.ts';
import { bestStrength } from './need-words.ts';
import { figure, percent } from './words.ts';

/** What a part of a village's score is reckoned from. */
export interface Reckoning {
  index: PlanIndex;
  entry: VillagePlaces;
  names: Names;
  lead: PlanCadre | null;
  deputy: PlanCadre | null;
}

const keys: Record<Exclude<ScorePartKind, 'match' | 'unfilled'>, PolicyKey> = {
  deputyMatch: 'score.deputyMatch',
  rank: 'score.rankBonus',
  pair: 'score.sameUnit',
  inversion: 'score.inversion',
  home: 'score.homeTownship',
  balance: 'score.balance',
  leadingBody: 'score.leadingBodyElsewhere',
  preferred: 'score.preferred',
  published: 'score.publishedChange',
};

/** The clause, reading or preference behind a part. */
export function basisOfPart(policy: Policy, { kind }: ScorePart, entry: VillagePlaces): Basis {
  const district = entry.village.tier === 'district';
  if (kind === 'match') {
    return policy.basis(district ? 'score.firstSecretaryMatch' : 'score.townshipMatch');
  }
  if (kind === 'unfilled') {
    return policy.basis(asksForLeadingBody(entry) ? 'score.laggingUnfilled' : 'score.unfilled');
  }
  return policy.basis(keys[kind]);
}

/** How a part is reckoned, in a sentence. */
export function partWords(reckoning: Reckoning, part: ScorePart): Text {
  const { index, entry, names } = reckoning;
  const { weights } = index;
  const cadre = index.cadres.get(part.cadreId ?? '');
  const name = names.cadreName(part.cadreId);
  const points = figure(part.value);
  switch (part.kind) {
    case 'match':
    case 'deputyMatch':
      return cadre ? matchWords(reckoning, cadre, part) : { zh: '', en: '' };
    case 'rank': {
      const rank = rankWords[cadre?.rank ?? 'clerk'];
      return {
        zh: `${name}是${rank.zh}，任第一书记加分。`,
        en: `${name} leads as ${rank.en.toLowerCase()}.`,
      };
    }
    case 'pair':
      return {
        zh: `两人同在${names.cadre(reckoning.lead?.id)?.unitName ?? '?'}，同单位搭班加分。`,
        en: `Both are of ${names.cadre(reckoning.lead?.id)?.unitName ?? '?'}.`,
      };
    case 'inversion':
      return {
        zh: `副书记${name}的职级高于第一书记，每高一级${figure(weights.inversion)}分。`,
        en: `The deputy ${name} ranks above the first secretary: ${figure(weights.inversion)} a level.`,
      };
    case 'home':
      return {
        zh: `${name}家在本镇街。`,
        en: `${name} comes from this township.`,
      };
    case 'balance':
      return balanceWords(reckoning);
    case 'leadingBody':
      return {
        zh: `${name}是班子成员，到非后进村任职加分。`,
        en: `${name} is a member of the leading body.`,
      };
    case 'preferred':
      return { zh: `已提出${name}宜来此任职。`, en: `${name} is preferred for this place.` };
    case 'unfilled': {
      const lagging = asksForLeadingBody(entry);
      return {
        zh: `岗位空缺${lagging ? '（相对后进村）' : ''}，记${points}分。`,
        en: `The place is empty${lagging ? ' (lagging village)' : ''}.`,
      };
    }
    case 'published':
      return {
        zh: `已印发的安排是${name}，现有改动。`,
        en: `${name} was issued for this place; this changes it.`,
      };
  }
}

/** 专长党建（需要100%）×60%＋单位优势治理（需要100%）×40%＝100%，满分100。 */
function matchWords({ index, entry }: Reckoning, cadre: PlanCadre, part: ScorePart): Text {
  const { weights } = index;
  const { need } = entry;
  const own = specialityWords[cadre.speciality];
  const ownNeed = percent(need.get(cadre.speciality) ?? 0);
  const full =
    entry.village.tier === 'township'
      ? weights.townshipMatch
      : part.kind === 'match'
        ? weights.firstSecretaryMatch
        : weights.deputyMatch;
  if (entry.village.tier === 'township') {
    return {
      zh: `${cadre.name}专长${own.zh}，需要${ownNeed}，满分${full}。`,
      en: `${cadre.name}: ${own.en}, needed ${ownNeed}, of ${full}.`,
    };
  }
  const strength = bestStrength(need, cadre.unitStrengths);
  const unit = strength ? specialityWords[strength] : { zh: '未登记', en: 'not registered' };
  const unitNeed = percent(strength ? (need.get(strength) ?? 0) : 0);
  const [ownShare, unitShare] = [percent(weights.matchSpeciality), percent(weights.matchUnit)];
  return {
    zh: `${cadre.name}专长${own.zh}，需要${ownNeed}×${ownShare}；单位优势${unit.zh}，需要${unitNeed}×${unitShare}；满分${full}。`,
    en: `${cadre.name}: ${own.en}, needed ${ownNeed} × ${ownShare}; the unit’s strength ${unit.en}, ${unitNeed} × ${unitShare}; of ${full}.`,
  };
}

function balanceWords({ index, lead, deputy }: Reckoning): Text {
  const sum = (lead?.level ?? 0) + (deputy?.level ?? 0);
  const mean = figure(index.meanLevelSum);
  const off = figure(Math.abs(sum - index.meanLevelSum));
  const weight = figure(index.weights.balance);
  return {
    zh: `两人级次之和${sum}，全区平均${mean}，相差${off}级，每级${weight}分。`,
    en: `The levels add up to ${sum}, the mean is ${mean}: ${off} apart, ${weight} a level.`,
  };
}
