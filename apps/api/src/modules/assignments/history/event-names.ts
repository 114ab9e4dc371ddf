import { assignmentEventKindWords } from '@xuanpai/contracts/event-words';
import type { Text } from '@xuanpai/contracts/text';
import { toPlainDate } from '@xuanpai/database/dates';
import type { AssignmentEvent } from '@xuanpai/database/generated/client';
import type { PastEvent } from '@xuanpai/domain/post-life/events';

type Row = Pick<
  AssignmentEvent,
  'id' | 'assignmentId' | 'seq' | 'kind' | 'madeId' | 'undoneAt' | 'date'
>;

/** An event as undoing looks at it. */
export function pastEvent({ undoneAt, ...event }: Row): PastEvent {
  return { ...event, undone: undoneAt !== null };
}

/** 调整人选（2016-03-01）. */
export function eventName({ kind, date }: Pick<Row, 'kind' | 'date'>): Text {
  const { zh, en } = assignmentEventKindWords[kind];
  const day = toPlainDate(date);
  return { zh: `${zh}（${day}）`, en: `“${en}” (${day})` };
}

/** What a re-plan changed was issued as a whole. */
export const replanStands: Text = {
  zh: '这是重排方案印发的变动，不能单独撤销；要再调整，请另行办理或再次重排。',
  en: 'A re-plan was issued with it: it is not undone alone. Change the post anew, or re-plan again.',
};
