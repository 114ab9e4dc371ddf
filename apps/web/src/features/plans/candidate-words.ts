import type { Candidate } from '@xuanpai/contracts/plan-moves';
import type { Dictionary } from '../../locales/zh-cn.ts';

type Text = Dictionary['place'];

/** What taking somebody would do, in a few words; the figures stand beside it. */
export function effectText(candidate: Candidate, holder: string | null, text: Text): string {
  const { pairs, here, there, change, currentPlaceId } = candidate;
  const words = text.effects;
  if (pairs > 0) return words.pair(pairs);
  if (pairs < 0) return words.split(-pairs);
  if (currentPlaceId === null) return holder === null ? words.fills : words.replaces(holder);
  if (holder === null) return words.leaves;
  if (change === 0) return words.best;
  if (there === null) return words.same;
  if (here > 0 && there < 0) return words.tradeGain;
  if (here < 0 && there > 0) return words.tradeLoss;
  if (here < 0 && there < 0) return words.bothLose;
  if (here > 0 || there > 0) return words.better;
  // The rest of the change lies with units whose people are spread over townships.
  const across = change - here - there;
  if (here === 0 && there === 0 && across !== 0) return across < 0 ? words.spread : words.together;
  return words.same;
}
