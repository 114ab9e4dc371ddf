import type { Import } from '@xuanpai/contracts/imports';
import type { Dictionary } from '../../locales/zh-cn.ts';
import type { Column } from '../../ui/table-column.ts';
import { isFigure, isMoney } from './field-kinds.ts';
import { ImportCell } from './import-cell.tsx';
import type { ImportRow } from './imported-rows.tsx';
import { byPlace, placeOf } from './problem-place.ts';
import { RowNumber } from './row-number.tsx';
import type { RowTab } from './row-tabs.ts';
import type { ImportActs } from './use-import-acts.ts';
import type { ProblemPlace } from './use-problem-place.ts';

interface RowColumns {
  preview: Import;
  items: readonly ImportRow[];
  tab: RowTab;
  place: ProblemPlace;
  acts: ImportActs;
  text: Dictionary['imports'];
}

/** The number of the row, then the fields of the sheet. */
export function rowColumns({ preview, items, tab, place, acts, text }: RowColumns) {
  const problems = byPlace(items.flatMap((item) => item.problems));
  const notices = byPlace(items.flatMap((item) => item.notices));
  const labels = new Map(preview.fields.map(({ field, label }) => [field, label]));
  const fields = preview.columns.flatMap(({ field }) => field ?? []);
  const found = (row: number, field: string) => {
    const at = placeOf({ row, field });
    return [...(problems.get(at) ?? []), ...(notices.get(at) ?? [])];
  };
  const common = { place, acts, correctable: preview.status === 'previewed' };
  const columns = fields.map((field): Column<ImportRow> => {
    const label = labels.get(field) ?? field;
    return {
      key: field,
      title: label,
      ...(isMoney(field) ? { unit: text.yuan } : {}),
      ...(isFigure(field) ? { align: 'end' as const } : {}),
      width: widthOf(field, label, items, (row) => found(row, field).length > 0),
      ...(phonePlaces[field] ? { phone: phonePlaces[field] } : {}),
      cell: (row) => (
        <ImportCell
          {...common}
          row={row}
          field={field}
          label={label}
          found={found(row.row, field)}
          wrong={problems.has(placeOf({ row: row.row, field }))}
        />
      ),
    };
  });
  const number: Column<ImportRow> = {
    key: 'row',
    title: text.row,
    width: 60,
    align: 'end',
    fixed: true,
    phone: 'side',
    cell: (row) => <RowNumber {...common} preview={preview} row={row} fields={fields} />,
  };
  const touched = tab === 'changed' ? changedFields(items) : foundFields(items);
  return [number, ...(tab === 'all' ? columns : firstOf(columns, touched))];
}

const phonePlaces: Partial<Record<string, 'title' | 'note'>> = {
  name: 'title',
  unit: 'note',
  township: 'note',
  village: 'note',
  code: 'note',
};

function changedFields(items: readonly ImportRow[]): Set<string> {
  return new Set(items.flatMap(({ changes }) => changes.map(({ field }) => field)));
}

function foundFields(items: readonly ImportRow[]): Set<string> {
  const found = items.flatMap(({ problems, notices }) => [...problems, ...notices]);
  return new Set(found.flatMap(({ field }) => field ?? []));
}

/** The name, and the columns that something happens in, come first: nobody scrolls to find them. */
function firstOf(columns: Column<ImportRow>[], touched: ReadonlySet<string>) {
  const rank = ({ key }: Column<ImportRow>) => (key === 'name' ? 0 : touched.has(key) ? 1 : 2);
  return [...columns].sort((left, right) => rank(left) - rank(right));
}

/** Wide enough for the longest value of the page, within reason: Chinese characters are two wide. */
function widthOf(
  field: string,
  label: string,
  items: readonly ImportRow[],
  isMarked: (row: number) => boolean,
): number {
  const widths = items.map(({ row, values, changes, edited }) => {
    const change = changes.find((one) => one.field === field);
    const text = change
      ? `${change.was || '（空）'} → ${change.is || '（空）'} `
      : (values[field] ?? '');
    const marks = (isMarked(row) ? 18 : 0) + (edited.includes(field) ? 18 : 0);
    return halfWidths(text) * 7.3 + marks;
  });
  return Math.min(
    260,
    Math.max(
      /^d\d/.test(field) ? 26 : 44,
      ...widths,
      halfWidths(label) * 6.2 + (isMoney(field) ? 24 : 0),
    ) + 18,
  );
}

function halfWidths(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0);
}
