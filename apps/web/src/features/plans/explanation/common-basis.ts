import type { Basis } from '@xuanpai/contracts/problems';

/** The basis that most of them share, printed once for all; the others say theirs. */
export function commonBasis(bases: readonly (Basis | null)[]): Basis | null {
  const counts = new Map<string, { basis: Basis; count: number }>();
  for (const basis of bases) {
    if (basis === null) continue;
    const key = keyOf(basis);
    counts.set(key, { basis, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  return most && most.count > 1 ? most.basis : null;
}

export function isSame(one: Basis | null, other: Basis | null): boolean {
  return one !== null && other !== null && keyOf(one) === keyOf(other);
}

function keyOf({ kind, source }: Basis): string {
  return `${kind} ${source}`;
}
