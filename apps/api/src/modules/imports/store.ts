import { type Category, categories } from '@xuanpai/contracts/values';
import { categoryWords } from '@xuanpai/contracts/words';
import type { Tx } from '@xuanpai/database/transaction';
import { tierOfCategory } from '@xuanpai/domain/category-tier';
import { wordCode } from '@xuanpai/domain/imports/word-code';
import { maskIdNumbers } from '@xuanpai/domain/office/id-number';
import type { Keyring } from '../../lib/keyring.ts';
import { insertRows } from '../../lib/records/insert-rows.ts';
import type { Touched } from './import-kind.ts';
import type { Preview, PreviewRow } from './preview.ts';
import { keepFirst, mostFindings, sealFindings, sealRow } from './staging.ts';

/**
 * Judges the rows of a preview and keeps them, sealed, a chunk after the other. Gives the columns of
 * the import that follow from them.
 */
export async function storePreview(tx: Tx, keys: Keyring, id: string, preview: Preview) {
  const { table, remembered, fingerprint } = preview;
  const findings = { ...preview.findings };
  const counts = emptyCounts();
  count(counts, findings);
  const touched: Touched[] = [];
  let writing = Promise.resolve();
  for await (const rows of preview.chunks()) {
    for (const row of rows) {
      countRow(counts, row);
      touched.push(...row.touched);
      keepFirst(findings.problems, row.problems, mostFindings);
      keepFirst(findings.notices, row.notices, mostFindings);
    }
    const sealed = rows.map((row) => ({ import_id: id, ...sealRow(keys, id, row) }));
    // The database writes one chunk while the next one is judged.
    await writing;
    writing = insertRows(tx, 'import_row', rowTypes, sealed);
    writing.catch(() => {});
  }
  await writing;
  return {
    status: 'previewed' as const,
    failure: null,
    sheet: table.sheet,
    headingRow: table.headingRow,
    columns: table.headings.map((heading, index) => ({
      index,
      heading: maskIdNumbers(heading),
      field: table.fields[index] ?? null,
      remembered: remembered.has(index),
    })),
    counts,
    fingerprint: { ...fingerprint, touched: touched.map((row) => ({ ...row })) },
    findings: sealFindings(keys, id, findings),
  };
}

const rowTypes = {
  import_id: 'uuid',
  row: 'int',
  state: 'import_row_state',
  noticed: 'boolean',
  data: 'text',
};

export type ImportCounts = {
  new: number;
  changed: number;
  unchanged: number;
  wrong: number;
  rows: number;
  district: number;
  township: number;
  problems: number;
  notices: number;
  noticed: number;
};

export function emptyCounts(): ImportCounts {
  return {
    new: 0,
    changed: 0,
    unchanged: 0,
    wrong: 0,
    rows: 0,
    district: 0,
    township: 0,
    problems: 0,
    notices: 0,
    noticed: 0,
  };
}

function count(counts: ImportCounts, found: Pick<PreviewRow, 'problems' | 'notices'>): void {
  counts.problems += found.problems.length;
  counts.notices += found.notices.length;
}

/** Rows by state and by tier. */
function countRow(counts: ImportCounts, row: PreviewRow): void {
  count(counts, row);
  counts.rows += 1;
  counts[row.state] += 1;
  if (row.notices.length > 0) counts.noticed += 1;
  const tier = tierOf(row.values.category ?? '');
  if (tier === 'district' || tier === 'township') counts[tier] += 1;
}

function tierOf(category: string) {
  const code: Category | null = wordCode(categoryWords, category);
  return code && categories.includes(code) ? tierOfCategory(code) : null;
}
