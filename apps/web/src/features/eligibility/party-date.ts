import type { PlainDate } from '@xuanpai/contracts/values';
import { partyDate } from '@xuanpai/domain/eligibility-words';
import { readDate } from '../../ui/read-date.ts';

/** As the field shows it: the month where that is all that is known. */
export function shownDate(date: string | null): string | null {
  return date === null ? null : partyDate(date);
}

/** What was typed, as the register keeps it: a month is its first day. Null for none or no date. */
export function keptDate(typed: string | null | undefined): PlainDate | null {
  const { value } = readDate(typed ?? '', 'either');
  if (value === undefined) return null;
  return (value.length === 7 ? `${value}-01` : value) as PlainDate;
}
