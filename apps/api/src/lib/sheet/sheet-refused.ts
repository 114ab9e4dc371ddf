/** Why a workbook isn't read. Codes are stable; the words for people stand in the problem table. */
export const sheetRefusals = [
  /** Neither an .xlsx workbook nor text: another format, whatever its name says. */
  'notWorkbook',
  /** Protected by a password. */
  'encrypted',
  /** The binary format of before 2007 (.xls, .et): save it as .xlsx. */
  'oldXls',
  /** More than the limits allow, once unpacked. */
  'tooLarge',
  'tooManyRows',
  'tooManyColumns',
  /** Something stands below a long run of empty rows. */
  'emptyRows',
  /** XML with a document type, which no workbook program writes. */
  'doctype',
  'macros',
  /** Incomplete or damaged. */
  'truncated',
  /** Bytes that are no text in any encoding that offices use. */
  'badText',
  /** No visible sheet with cells. */
  'noSheet',
  /** Reading took longer than allowed. */
  'timeout',
] as const;

export type SheetRefusal = (typeof sheetRefusals)[number];

/** Where and by how much: sheet name, row as the workbook program shows it, limit. */
export type SheetRefusalDetails = Readonly<Record<string, string | number>>;

/** Thrown for every workbook that can't be read, however broken or hostile it is. */
export class SheetRefused extends Error {
  readonly code: SheetRefusal;
  readonly details: SheetRefusalDetails;

  constructor(code: SheetRefusal, details: SheetRefusalDetails = {}) {
    super(`workbook refused: ${code} ${JSON.stringify(details)}`);
    this.name = 'SheetRefused';
    this.code = code;
    this.details = details;
  }
}
