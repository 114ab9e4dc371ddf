import { searchKey } from '../office/text.ts';

/** How much of two names must be common before one is taken for a slip of the other. */
const enough = 0.6;

/**
 * The name that somebody probably meant: 区农业局 for 农业局, 区教体局 for 区教育体育局. Null where
 * none has most of its characters in the same order.
 */
export function closestName(written: string, names: Iterable<string>): string | null {
  let best: { name: string; share: number } | null = null;
  for (const name of names) {
    const share = commonShare(searchKey(written), searchKey(name));
    if (share >= enough && share > (best?.share ?? 0)) best = { name, share };
  }
  return best?.name ?? null;
}

/** Twice the longest common subsequence over both lengths: 1 for equal texts, 0 for nothing common. */
function commonShare(left: string, right: string): number {
  if (left === '' || right === '') return 0;
  let previous = new Array<number>(right.length + 1).fill(0);
  for (const character of left) {
    const row = [0];
    for (let at = 1; at <= right.length; at += 1) {
      const longer = Math.max(row[at - 1] ?? 0, previous[at] ?? 0);
      row.push(character === right[at - 1] ? (previous[at - 1] ?? 0) + 1 : longer);
    }
    previous = row;
  }
  return (2 * (previous[right.length] ?? 0)) / (left.length + right.length);
}
