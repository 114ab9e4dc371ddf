import type { Candidate } from '@xuanpai/contracts/assignment-acts';
import type { AssignmentHistory } from '@xuanpai/contracts/assignment-events';
import type { Assignment } from '@xuanpai/contracts/assignments';
import { postWords } from '@xuanpai/contracts/words';
import { addDays, isRealDate } from '@xuanpai/domain/office/plain-date';
import { word } from '../../../locales/word.ts';
import type { Dictionary } from '../../../locales/zh-cn.ts';
import type { Act, ActValues } from './send-act.ts';

interface Known {
  text: Dictionary['assignmentActs'];
  people: readonly Candidate[] | undefined;
  partners: readonly Assignment[] | undefined;
}

/** What an act will do, in a sentence; nothing while it isn't clear yet, or where only something is noted. */
export function willHappen(
  act: Act,
  { assignment }: AssignmentHistory,
  values: ActValues,
  { text, people, partners }: Known,
): string {
  const { cadreName, villageName, post, startsOn, endsOn, state } = assignment;
  const where = villageName + word(postWords[post]);
  const { from = '', until = '' } = values;
  if (act === 'extend') return isRealDate(until) ? text.will.extend(cadreName, until) : '';
  if (act === 'end') return text.will.end(cadreName);
  if (!isRealDate(from)) return '';
  const dayBefore = addDays(from, -1);
  const left = endsOn !== null && endsOn < dayBefore ? endsOn : dayBefore;
  const last = from <= startsOn || state === 'revoked' ? text.neverHeld : left;
  switch (act) {
    case 'withdraw':
      return text.will.withdraw(cadreName, last, where);
    case 'replace': {
      const next = people?.find(({ cadreId }) => cadreId === values.cadreId);
      return next ? text.will.replace(cadreName, last, next.name, from, where) : '';
    }
    case 'exchange': {
      const other = partners?.find(({ id }) => id === values.withId);
      if (!other) return '';
      const there = other.villageName + word(postWords[other.post]);
      return text.will.exchange(cadreName, where, other.cadreName, there, from);
    }
    default:
      return '';
  }
}
