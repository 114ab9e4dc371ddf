import type { AssignmentEventKind } from './assignment-events.ts';
import type { Word } from './words.ts';

/** What happens to a post is called so on pages and in workbooks. */
export const assignmentEventKindWords = {
  appointed: { zh: '镇街任职文件', en: 'Township appointment' },
  reported: { zh: '到岗', en: 'Reported for duty' },
  membershipTransferred: { zh: '组织关系转入', en: 'Membership moved in' },
  membershipReturned: { zh: '组织关系转回', en: 'Membership moved back' },
  replaced: { zh: '调整人选', en: 'Replaced' },
  withdrawn: { zh: '调回', en: 'Called back' },
  exchanged: { zh: '互换任职村', en: 'Villages exchanged' },
  extended: { zh: '延期', en: 'Extended' },
  ended: { zh: '任期届满', en: 'Term ended' },
  filled: { zh: '补派', en: 'Post filled' },
} as const satisfies Record<AssignmentEventKind, Word>;
