import type { AssignmentEvent } from '@xuanpai/contracts/assignment-events';
import { currentLanguage } from '../../../lib/language.ts';
import type { Dictionary } from '../../../locales/zh-cn.ts';

/** What an event says beside its name; `of` is the post that is looked at. */
export function eventText(
  event: AssignmentEvent,
  text: Dictionary['assignmentActs'],
  of: string,
): string {
  const { made, documentNumber, reason, lateReason, endsAfter, voids, kind } = event;
  const parts = [
    made !== null && kind === 'replaced' && successorText(made),
    made !== null && kind === 'exchanged' && text.event.movesTo(made.villageName),
    kind === 'extended' && endsAfter !== null && text.event.until(endsAfter),
    voids && text.event.voids,
    reason,
    documentNumber,
    lateReason !== null && text.event.late(lateReason),
    event.undoneAt !== null && text.undoneMark,
  ];
  const separator = currentLanguage() === 'zh' ? '；' : '; ';
  return parts.filter((part) => typeof part === 'string' && part !== '').join(separator);

  function successorText(post: NonNullable<AssignmentEvent['made']>) {
    return post.assignmentId === of
      ? text.event.cameAfter(event.cadreName)
      : text.event.successor(post.cadreName, post.startsOn);
  }
}
