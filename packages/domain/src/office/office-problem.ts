/** Why a cell of an office workbook can't be taken as it stands: a stable code, and words for both languages. */
export interface OfficeProblem<Code extends string = string> {
  code: Code;
  zh: string;
  en: string;
}

/** A cell as the workbook reader gives it; a bare string counts as a cell of text. */
export type OfficeCell = string | { text: string; kind?: string };

/** The text of a cell. */
export function cellText(cell: OfficeCell): string {
  return typeof cell === 'string' ? cell : cell.text;
}
