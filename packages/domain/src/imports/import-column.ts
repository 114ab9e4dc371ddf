import type { Text } from '@xuanpai/contracts/text';

/** A field that a workbook may bring, what people call it, and the headings that offices give it. */
export interface ImportColumn<Field extends string = string> {
  field: Field;
  label: Text;
  headings: readonly string[];
  /** Rows are matched by it: without its column nothing can be read. */
  required?: true;
}

/** A cell as the workbook reader gives it. */
export interface ImportCell {
  text: string;
  kind: 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'error';
}

/** The cells of a row by field; a field whose column the sheet lacks is absent, which isn't blank. */
export interface RowCells<Field extends string> {
  get(field: Field): ImportCell | undefined;
  has(field: Field): boolean;
}
