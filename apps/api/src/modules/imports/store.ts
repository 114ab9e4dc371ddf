import { type Category, categories } from '@xuanpai/contracts/values';
import { categoryWords } from '@xuanpai/contracts/words';
import type { Tx } from '@xuanpai/database/transaction';
import { tierOfCategory } from '@xuanpai/domain/category-tier';
import { wordCode } from '@xuanpai/domain/imports/word-code';
import { maskIdNumbers } from '@xuanpai/domain/office/id-number';
import type { Keyring } from '../../lib/keyring.ts';
import type { Preview } from './preview.ts';
import { sealFindings, sealRow } from './staging.ts';

/** The columns of an import that a preview fills. */
export function previewColumns(keys: Keyring, id: string, preview: Preview) {
  const { table, findings, fingerprint, remembered } = preview;
  return {
    status: 'previewed' as const,
    sheet: table.sheet,
    headingRow: table.headingRow,
    columns: table.headings.map((heading, index) => ({
      index,
      heading: maskIdNumbers(heading),
      field: table.fields[index] ?? null,
      remembered: remembered.has(index),
    })),
    counts: countsOf(preview),
    fingerprint: {
      counters: fingerprint.counters,
      touched: fingerprint.touched.map((row) => ({ ...row })),
    },
    findings: sealFindings(keys, id, findings),
  };
}

/** Keeps the rows, sealed. */
export async function storeRows(
  tx: Tx,
  keys: Keyring,
  id: string,
  { rows }: Preview,
): Promise<void> {
  await tx.importRow.createMany({ data: rows.map((row) => sealRow(keys, id, row)) });
}

export type ImportCounts = {
  new: number;
  changed: number;
  unchanged: number;
  wrong: number;
  rows: number;
  district: number;
  township: number;
};

/** How many rows of each state, and of each tier. */
export function countsOf({ rows }: Pick<Preview, 'rows'>): ImportCounts {
  const ofState = (state: string) => rows.filter((row) => row.state === state).length;
  const tiers = rows.map(({ values }) => tierOf(values.category ?? ''));
  return {
    new: ofState('new'),
    changed: ofState('changed'),
    unchanged: ofState('unchanged'),
    wrong: ofState('wrong'),
    rows: rows.length,
    district: tiers.filter((tier) => tier === 'district').length,
    township: tiers.filter((tier) => tier === 'township').length,
  };
}

function tierOf(category: string) {
  const code: Category | null = wordCode(categoryWords, category);
  return code && categories.includes(code) ? tierOfCategory(code) : null;
}
