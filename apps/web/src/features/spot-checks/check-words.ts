import { type Mark, markWords } from '@xuanpai/contracts/attendance-marks';
import type { SpotCheck } from '@xuanpai/contracts/spot-checks';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import type { StateName } from '../../ui/state-badge.tsx';

type Text = Dictionary['checks'];

/** 在村, or 上午机关、下午在村; 未填 where the log says nothing. */
export function loggedWords(logged: string | null, text: Text): string {
  if (logged === null) return text.notFilled;
  const [first = 'none', second = first] = logged.split('/');
  if (first === second) return markWord(first, text);
  return text.halves(markWord(first, text), markWord(second, text));
}

function markWord(mark: string, text: Text): string {
  return mark === 'none' ? text.notFilled : word(markWords[mark as Mark]);
}

/** How a finding stands against the log, and how that looks. */
export function standingOf(check: SpotCheck, text: Text): { state: StateName; word: string } {
  if (check.resolution !== null) return { state: 'done', word: text.resolved };
  if (check.contradicted) return { state: 'behind', word: text.contradicted };
  if (check.logged === null) return { state: 'notDue', word: text.notLogged };
  return { state: 'arrived', word: text.agrees };
}

/** 2015-06-09 上午. */
export function whenWords({ day, half }: Pick<SpotCheck, 'day' | 'half'>, text: Text): string {
  return half === null ? day : `${day} ${text.halfNames[half]}`;
}
