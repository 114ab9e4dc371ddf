/**
 * Splits an amount by weights, whole fen each, that add up to it exactly: everybody gets the part
 * rounded down, and the fen that are left go to the largest remainders, the earlier one first.
 * Weights are whole numbers from 0 on; all of them 0 splits nothing and gives zeros.
 */
export function shareFen(fen: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return weights.map(() => 0);
  const parts = weights.map((weight) => Math.floor((fen * weight) / total));
  const rest = fen - parts.reduce((sum, part) => sum + part, 0);
  const order = weights
    .map((weight, at) => ({ at, remainder: (fen * weight) % total }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  const more = new Set(order.slice(0, rest).map(({ at }) => at));
  return parts.map((part, at) => (more.has(at) ? part + 1 : part));
}
