import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { listNominations } from '@xuanpai/contracts/nominations';
import type { ListState } from '../../lib/url-state.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';

type Reply = ReplyOf<typeof listNominations>;
export type Counts = Reply['counts'];
type Words = Dictionary['eligibility'];

/** 255名人选：246名符合，9名不符合。 What needs an act is coloured. */
export function answerTitle(counts: Counts, text: Words): string {
  const open = [
    counts.notEligible > 0 ? text.notEligibleCount(counts.notEligible) : '',
    counts.toVerify > 0 ? text.toVerifyCount(counts.toVerify) : '',
    counts.toStudy > 0 ? text.toStudyCount(counts.toStudy) : '',
  ].filter((part) => part !== '');
  const placeable = counts.eligible + counts.accepted;
  if (open.length === 0) return text.titleAll(counts.all);
  return text.title(counts.all, placeable, open.join(text.comma));
}

/** `basis`: what full membership rests on. */
export function answerNote(counts: Counts, on: string, basis: string, text: Words): string {
  if (counts.all === 0) return '';
  if (counts.notEligible > 0) return text.noteNotEligible(counts.notEligible, on, basis);
  if (counts.toVerify > 0) return text.noteToVerify(counts.toVerify);
  if (counts.toStudy > 0) return text.noteToStudy(counts.toStudy);
  if (counts.presumed > 0) return text.notePresumed(counts.presumed);
  return text.noteDone(on);
}

/** 3 / 9: where somebody stands among those judged alike, or in the list as it is filtered. */
export function positionOf(
  { items, total, counts }: Reply,
  row: string | null,
  { page, pageSize, sort, filters }: ListState<typeof listNominations>,
  text: Words,
): string | null {
  const index = items.findIndex(({ id }) => id === row);
  const chosen = items[index];
  if (!chosen) return null;
  const alike = items.filter(({ judgement }) => judgement === chosen.judgement);
  const togetherFirst = page === 1 && sort === 'judgement' && !filters.judgements;
  if (togetherFirst && alike.length === counts[chosen.judgement]) {
    return text.position(alike.indexOf(chosen) + 1, alike.length);
  }
  return text.position((page - 1) * pageSize + index + 1, total);
}
