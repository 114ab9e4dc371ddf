/** Measures that most villages have come first, so that a township's grid begins with what is filled in. */
export function commonFirst<Measure extends { key: string }>(
  measures: readonly Measure[],
  keysOfVillages: readonly (readonly string[])[],
): Measure[] {
  const counts = new Map<string, number>();
  for (const keys of keysOfVillages) {
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const count = ({ key }: Measure) => counts.get(key) ?? 0;
  return measures.filter((one) => count(one) > 0).sort((a, b) => count(b) - count(a));
}
