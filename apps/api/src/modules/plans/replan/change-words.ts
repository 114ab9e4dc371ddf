import type { Text } from '@xuanpai/contracts/text';
import { postWords } from '@xuanpai/contracts/words';
import type { Place, Placement } from '@xuanpai/planner/model';
import type { PersonChange } from '@xuanpai/planner/what-if/compare';
import type { Names } from '../read/names.ts';
import type { OpenPlan } from '../read/open-plan.ts';
import type { Departure } from './departures.ts';

/** Who held a place before and who holds it after a re-plan. */
export interface Seats {
  before(place: Place): string | null;
  after(place: Place): string | null;
}

export function seatsBetween(before: Placement, { placement }: Pick<OpenPlan, 'placement'>): Seats {
  return {
    before: ({ id }) => before.get(id) ?? null,
    after: ({ id }) => placement.get(id) ?? null,
  };
}

interface Known {
  names: Names;
  seats: Seats;
  departure: Departure | null;
}

/** Why somebody comes, goes or moves, in words. */
export function changeWords({ from, to }: PersonChange, known: Known): Text {
  if (to === null) return goesWords(from, known);
  if (from?.id === to.id)
    return { zh: '任职方式改变，人和村不变。', en: 'Another post in the same village.' };
  const takes = takesWords(to, known);
  if (from === null) return takes;
  const leaves = leavesWords(from, known);
  return { zh: `${takes.zh}${leaves.zh}`, en: `${takes.en} ${leaves.en}` };
}

function goesWords(from: Place | null, known: Known): Text {
  const { departure } = known;
  const why = departure
    ? {
        zh: departure.replacedBy
          ? `更换为${departure.replacedBy}：${departure.reason ?? ''}。`
          : `退出人选：${departure.reason ?? ''}。`,
        en: departure.replacedBy
          ? `Replaced by ${departure.replacedBy}: ${departure.reason ?? ''}.`
          : `Dropped out: ${departure.reason ?? ''}.`,
      }
    : { zh: '仍在人选中，未再排入。', en: 'Still named, but not placed any more.' };
  const leaves = from ? leavesWords(from, known) : { zh: '', en: '' };
  return { zh: `${why.zh}${leaves.zh}`, en: `${why.en} ${leaves.en}` };
}

function takesWords(to: Place, { names, seats }: Known): Text {
  const seat = seatWords(to, names);
  const before = seats.before(to);
  if (before === null) return { zh: `补${seat.zh}空缺。`, en: `Fills the vacant ${seat.en}.` };
  const name = names.cadreName(before);
  return { zh: `接${name}任${seat.zh}。`, en: `Takes over from ${name}: ${seat.en}.` };
}

function leavesWords(from: Place, { names, seats }: Known): Text {
  const seat = seatWords(from, names);
  const after = seats.after(from);
  if (after === null) return { zh: `${seat.zh}空缺。`, en: `${seat.en} stays vacant.` };
  const name = names.cadreName(after);
  return { zh: `${seat.zh}由${name}接任。`, en: `${name} takes over ${seat.en}.` };
}

function seatWords({ villageId, post }: Place, names: Names): Text {
  const village = names.villageName(villageId);
  return {
    zh: `${village}${postWords[post].zh}`,
    en: `${village}, ${postWords[post].en.toLowerCase()}`,
  };
}
