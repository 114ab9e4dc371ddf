import type { Comparison } from '@xuanpai/contracts/plan-variants';
import type { Language } from '@xuanpai/contracts/text';
import type { OpenPlan } from '../read/open-plan.ts';
import { keptBy } from '../wishes/kept.ts';
import { wishText } from '../wishes/wish-words.ts';

type Row = Comparison['wishes'][number];

/** Wishes in force that only one plan has, or that only one keeps; the same where they say the same. */
export function differingWishes(
  first: OpenPlan,
  second: OpenPlan,
  language: Language,
): Comparison['wishes'] {
  const [one, other] = [statesOf(first, language), statesOf(second, language)];
  const texts = [...new Set([...one.keys(), ...other.keys()])];
  return texts
    .map((text): Row => {
      const [mine, theirs] = [one.get(text), other.get(text)];
      return {
        text,
        reason: mine?.reason ?? theirs?.reason ?? '',
        first: mine?.state ?? 'absent',
        second: theirs?.state ?? 'absent',
      };
    })
    .filter((row) => row.first !== row.second);
}

function statesOf(open: OpenPlan, language: Language) {
  const isKept = keptBy(open);
  return new Map(
    open.wishes
      .filter(({ state }) => state === 'inForce')
      .map((wish) => [
        wishText(wish)[language],
        { reason: wish.reason, state: isKept(wish) ? ('kept' as const) : ('notKept' as const) },
      ]),
  );
}
