import { rowsOfSheet } from '@xuanpai/contracts/imports';
import type { Language } from '@xuanpai/contracts/text';
import type { Import as ImportRecord } from '@xuanpai/database/generated/client';
import { maskIdNumbers } from '@xuanpai/domain/office/id-number';
import { cellName } from '../../lib/sheet/marked/cell-reference.ts';
import type { MarkKind, MarkOrder } from '../../lib/sheet/marked/marks.ts';
import { unlistedSaid } from './findings.ts';
import { columnsOf } from './present.ts';
import type { ListedFindings } from './staged-rows.ts';
import type { LocatedProblem, SheetLayout } from './staging.ts';

const words = {
  zh: {
    author: '选派',
    list: '导入问题',
    headings: ['位置', '行', '名称', '列', '类别', '问题', '怎么办', '依据'],
    kinds: { problem: '问题', notice: '提示', corrected: '已在页面改正' },
    place: (row: number, column: string) => `第${row}行${column === '' ? '' : `“${column}”`}`,
    basis: (source: string) => `依据：${source}`,
    corrected: (text: string) => `在导入页面已改为“${text}”。`,
    again: '如重新上传这张表，请在表中一并改正。',
  },
  en: {
    author: 'Xuanpai',
    list: 'Import problems',
    headings: ['Place', 'Row', 'Name', 'Column', 'Kind', 'What', 'What to do', 'Basis'],
    kinds: { problem: 'Problem', notice: 'Notice', corrected: 'Corrected on the page' },
    place: (row: number, column: string) => `Row ${row}${column === '' ? '' : `, “${column}”`}`,
    basis: (source: string) => `Basis: ${source}`,
    corrected: (text: string) => `Corrected on the page to “${text}”.`,
    again: 'If you upload this workbook again, correct it here too.',
  },
};

/** Something to be said at a cell. */
interface Remark extends Pick<LocatedProblem, 'row' | 'name' | 'column' | 'field'> {
  kind: MarkKind;
  what: string;
  remedy: string;
  basis: string;
}

/** Where a workbook is to be marked, and the list behind its sheets, in the words of a language. */
export function markOrder(
  row: Pick<ImportRecord, 'sheet' | 'columns'>,
  findings: Pick<ListedFindings, 'problems' | 'notices' | 'edits' | 'layout' | 'unlisted'>,
  language: Language,
): MarkOrder {
  const { author, list, headings, kinds } = words[language];
  const columnAt = columnFinder(row, findings.layout ?? []);
  const remarks = remarksOf(row, findings, language);
  const { unlisted } = findings;
  const widths = [18, 8, 16, 18, 12, 50, 44, 26];
  return {
    sheet: row.sheet,
    author,
    marks: remarks.map((remark) => ({
      ...columnAt(remark),
      kind: remark.kind,
      note: noteOf({ ...remark, row: columnAt(remark).row }, language),
    })),
    list: {
      name: list,
      columns: headings.map((heading, at) => ({ heading, width: widths[at] ?? 20 })),
      rows: [
        ...remarks.map((remark) => [
          `${columnAt(remark).sheet}!${cellName(columnAt(remark))}`,
          columnAt(remark).row,
          remark.name,
          remark.column,
          kinds[remark.kind],
          remark.what,
          remark.remedy,
          remark.basis,
        ]),
        ...(unlisted > 0 ? [['', '', '', '', '', unlistedSaid(unlisted)[language], '', '']] : []),
      ],
    },
  };
}

/**
 * Where something stands in the workbook: what is about the whole row at the first column that is
 * imported. Of several sheets each has its own columns.
 */
function columnFinder(
  row: Pick<ImportRecord, 'sheet' | 'columns'>,
  layout: readonly SheetLayout[],
) {
  const columns = columnsOf(row);
  const byField = new Map(columns.flatMap(({ field, index }) => (field ? [[field, index]] : [])));
  const first = columns.find(({ field }) => field !== null)?.index ?? 0;
  return ({ row: number, field }: Pick<Remark, 'row' | 'field'>) => {
    const index = (field === null ? undefined : byField.get(field)) ?? first;
    const own = layout[Math.floor(number / rowsOfSheet)];
    if (!own) return { sheet: row.sheet, row: number, column: 1 + index };
    return { sheet: own.name, row: number % rowsOfSheet, column: 1 + (own.columns[index] ?? 0) };
  };
}

function remarksOf(
  row: Pick<ImportRecord, 'columns'>,
  { problems, notices, edits }: Pick<ListedFindings, 'problems' | 'notices' | 'edits'>,
  language: Language,
): Remark[] {
  const found = (kind: MarkKind) => (problem: LocatedProblem) => ({
    ...problem,
    kind,
    what: problem.message[language],
    remedy: problem.remedy?.[language] ?? '',
    basis: problem.basis?.source ?? '',
  });
  const headings = new Map(columnsOf(row).map(({ field, heading }) => [field, heading]));
  const { corrected, again } = words[language];
  const done = edits.map((edit) => ({
    row: edit.row,
    name: '',
    column: headings.get(edit.field) ?? '',
    field: edit.field,
    kind: 'corrected' as const,
    what: corrected(maskIdNumbers(edit.text)),
    remedy: again,
    basis: '',
  }));
  return [...problems.map(found('problem')), ...notices.map(found('notice')), ...done].sort(
    (left, right) => left.row - right.row,
  );
}

function noteOf({ row, column, what, remedy, basis }: Remark, language: Language): string {
  const { place, basis: basisWords } = words[language];
  const lines = [place(row, column), what, remedy, basis === '' ? '' : basisWords(basis)];
  return lines.filter((line) => line !== '').join('\n');
}
