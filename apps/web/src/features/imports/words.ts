import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { Import, listImports } from '@xuanpai/contracts/imports';
import type { Dictionary } from '../../locales/zh-cn.ts';

export type ImportSummary = ReplyOf<typeof listImports>['items'][number];
type Text = Dictionary['imports'];

/** What an import writes, counted: 144名区直人选. Rows that stay as they are don't count. */
export function amountOf(
  { kind, batchId, counts }: Pick<Import, 'kind' | 'batchId' | 'counts'>,
  text: Text,
): string {
  const rows = counts.rows - counts.unchanged;
  if (kind !== 'cadres') return text.amount[kind](rows);
  if (batchId === null) return text.amount.cadres(rows);
  if (counts.township === 0) return text.amount.district(rows);
  return counts.district === 0 ? text.amount.township(rows) : text.amount.nominees(rows);
}

/** What a township brings is no register. */
function isRegister({ kind }: Pick<Import, 'kind'>): boolean {
  const brought: readonly Import['kind'][] = [
    'attendance',
    'targets',
    'ballots',
    'trainings',
    'workExpenses',
  ];
  return !brought.includes(kind);
}

/** 读到144行：141行新增，3行有问题。 */
export function titleOf(
  { status, counts, ...one }: Pick<Import, 'status' | 'kind' | 'batchId' | 'counts'>,
  text: Text,
): string {
  const nothing = counts.new + counts.changed === 0;
  if (status === 'committed') {
    const same = isRegister(one) ? text.titleDoneSame : text.attendance.doneSame;
    return nothing ? same : text.titleDone(amountOf({ ...one, counts }, text));
  }
  if (counts.rows === 0) return text.titleNoRows;
  if (counts.unchanged === counts.rows) {
    const same = isRegister(one) ? text.titleSame : text.attendance.same;
    return same(counts.rows);
  }
  return text.titleOf(text.reads(counts.rows), partsOf(counts, text));
}

/** 141行新增, 3行有问题: what there is none of isn't said. */
export function partsOf(counts: Import['counts'], text: Text): string[] {
  const states = ['new', 'changed', 'unchanged', 'wrong'] as const;
  return states
    .filter((state) => counts[state] > 0)
    .map((state) => text.counts[state](counts[state]));
}

/** 区直人选花名册, where only one tier is in it. */
export function bookName({ kind, counts }: Pick<Import, 'kind' | 'counts'>, text: Text): string {
  if (kind !== 'cadres') return text.kinds[kind];
  if (counts.township === 0 && counts.district > 0) return text.book.district;
  return counts.district === 0 && counts.township > 0 ? text.book.township : text.kinds.cadres;
}
