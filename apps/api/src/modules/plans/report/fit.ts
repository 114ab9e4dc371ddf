import type { PlanReport } from '@xuanpai/contracts/plan-report';
import type { Text } from '@xuanpai/contracts/text';
import { specialityWords } from '@xuanpai/contracts/words';
import { districtMatch, townshipMatch } from '@xuanpai/planner/match';
import type { PlanCadre } from '@xuanpai/planner/model';
import { indexPlan, type VillagePlaces } from '@xuanpai/planner/plan-index';
import { greatestNeed, needWords } from '../explain/need-words.ts';
import { namesOf } from '../read/names.ts';
import type { OpenPlan } from '../read/open-plan.ts';

/** How well its people fit a village: their match as a share of the best that it could get, 0 to 1. */
export interface VillageFit {
  villageId: string;
  tier: 'district' | 'township';
  fit: number;
  text: Text;
}

/** Every village with somebody in it, in the order of townships and codes. */
export function villageFits({ input, placement, dossier }: OpenPlan): VillageFit[] {
  const index = indexPlan(input);
  const names = namesOf(dossier);
  return dossier.villages.flatMap(({ villageId }): VillageFit[] => {
    const entry = index.villages.get(villageId);
    if (!entry) return [];
    const people = [entry.lead, entry.deputy].flatMap(
      (place) => index.cadres.get(placement.get(place?.id ?? '') ?? '') ?? [],
    );
    const best = bestMatch(entry, index.weights);
    if (people.length === 0 || best <= 0) return [];
    const { tier } = entry.village;
    const match = (cadre: PlanCadre) =>
      tier === 'district'
        ? districtMatch(entry.need, cadre, index.weights)
        : townshipMatch(entry.need, cadre);
    const mean = people.reduce((sum, cadre) => sum + match(cadre), 0) / people.length;
    const fit = Math.min(1, Math.round((1e4 * mean) / best) / 1e4);
    return [{ villageId, tier, fit, text: fitWords(entry, people, names) }];
  });
}

type Weights = OpenPlan['input']['weights'];

function bestMatch({ need, village }: VillagePlaces, weights: Weights): number {
  const share = village.tier === 'district' ? weights.matchSpeciality + weights.matchUnit : 1;
  return share * greatestNeed(need);
}

function fitWords(
  { need, village }: VillagePlaces,
  people: readonly PlanCadre[],
  names: ReturnType<typeof namesOf>,
): Text {
  const wants = needWords(need);
  const who = (language: 'zh' | 'en') =>
    people.map(({ id, name, speciality, unitStrengths }) => {
      const own = specialityWords[speciality][language];
      if (village.tier === 'township') return `${name}${language === 'zh' ? '' : ' '}${own}`;
      const unit = names.cadre(id)?.unitName ?? '?';
      const strengths = unitStrengths.map((one) => specialityWords[one][language]).join('、');
      return language === 'zh'
        ? `${name}${own}（${unit}优势${strengths || '未登记'}）`
        : `${name} ${own} (${unit}: ${strengths || 'none registered'})`;
    });
  return {
    zh: `需要${wants.zh}；${who('zh').join('，')}`,
    en: `Needs ${wants.en}; ${who('en').join(', ')}`,
  };
}

const bandCount = 5;

/** How many villages of each tier are in each fifth. */
export function fitBands(fits: readonly VillageFit[]): PlanReport['fit']['bands'] {
  const bandOf = ({ fit }: VillageFit) =>
    Math.min(bandCount - 1, Math.floor(fit * bandCount + 1e-9));
  return Array.from({ length: bandCount }, (_, at) => {
    const here = fits.filter((one) => bandOf(one) === at);
    return {
      from: at / bandCount,
      to: (at + 1) / bandCount,
      district: here.filter(({ tier }) => tier === 'district').length,
      township: here.filter(({ tier }) => tier === 'township').length,
    };
  });
}

export function meanFit(fits: readonly VillageFit[], tier: VillageFit['tier']): number | null {
  const own = fits.filter((one) => one.tier === tier);
  if (own.length === 0) return null;
  return Math.round((1e4 * own.reduce((sum, { fit }) => sum + fit, 0)) / own.length) / 1e4;
}
