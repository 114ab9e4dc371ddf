import type { ImportSummary } from './words.ts';

/** The workbooks of a district, in the order in which one leans on the other. */
export const books = [
  { key: 'regions', kind: 'regions' },
  { key: 'villages', kind: 'villages' },
  { key: 'units', kind: 'units' },
  { key: 'district', kind: 'cadres' },
  { key: 'township', kind: 'cadres' },
] as const;

export type BookKey = (typeof books)[number]['key'];

export interface Book {
  key: BookKey;
  kind: (typeof books)[number]['kind'];
  /** The latest import of it that was written. */
  written: ImportSummary | null;
}

/** Nominees count for a batch; the registers stay. */
export function booksOf(imports: readonly ImportSummary[], batchId: string | null): Book[] {
  const committed = imports.filter(({ status }) => status === 'committed');
  return books.map((book) => ({
    ...book,
    written: committed.find((one) => isOf(one, book.key, batchId)) ?? null,
  }));
}

function isOf({ kind, batchId, counts }: ImportSummary, key: BookKey, batch: string | null) {
  switch (key) {
    case 'district':
    case 'township':
      return kind === 'cadres' && batchId !== null && batchId === batch && counts[key] > 0;
    default:
      return kind === key;
  }
}
