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
