const entry = { select: { at: true, userName: true, params: true } } as const;

/** The entry that a change belongs to, by its number or by the key of its act: for `select` or `include`. */
export const withEntry = { entry, act: { select: { entry } } } as const;

/** Throws for a change without an entry, which the chain's check reports. */
export function entryOf<Entry>(change: {
  entry: Entry | null;
  act: { entry: Entry | null } | null;
}): Entry {
  const found = change.entry ?? change.act?.entry;
  if (!found) throw new Error('a change of the audit log has no entry');
  return found;
}
