/** How a column of a blank workbook is filled in. */
export type TemplateForm =
  | { kind: 'text'; longest: number }
  | { kind: 'idNumber' }
  /** Statistical code, with one of these numbers of digits. */
  | { kind: 'code'; digits: readonly number[] }
  /** A month, or a day where it is known. */
  | { kind: 'month' }
  | { kind: 'count'; most: number }
  | { kind: 'tenThousandYuan' | 'yuan' }
  /** Words of a list; `several` in one cell, with 、 between them. */
  | { kind: 'words'; words: readonly string[]; several?: true }
  /** Names of a register. */
  | { kind: 'names'; register: 'units' | 'townships' | 'villages' };

/** A column of a blank workbook. Workbooks are Chinese: so are the words of their columns. */
export interface TemplateColumn<Field extends string = string> {
  field: Field;
  heading: string;
  /** In characters of half width. */
  width: number;
  required: boolean;
  form: TemplateForm;
  /** What it is and how it is written, in sentences. */
  hint: string;
  /** Which rule asks for it; blank: none. */
  source: string;
}

export function text(longest: number): TemplateForm {
  return { kind: 'text', longest };
}

export function words(list: Readonly<Record<string, { zh: string }>>): TemplateForm {
  return { kind: 'words', words: Object.values(list).map(({ zh }) => zh) };
}

export function severalWords(list: Readonly<Record<string, { zh: string }>>): TemplateForm {
  return { kind: 'words', words: Object.values(list).map(({ zh }) => zh), several: true };
}

const month: TemplateForm = { kind: 'month' };

/** What most columns say; the others say what differs. */
export function column<Field extends string>(
  field: Field,
  heading: string,
  given: Partial<Omit<TemplateColumn, 'field' | 'heading'>> = {},
): TemplateColumn<Field> {
  const defaults = { width: 14, required: false, form: text(60), hint: '', source: '' };
  return { ...defaults, ...given, field, heading };
}

export function monthColumn<Field extends string>(
  field: Field,
  heading: string,
  given: Partial<Omit<TemplateColumn, 'field' | 'heading' | 'form'>> = {},
): TemplateColumn<Field> {
  return column(field, heading, { width: 12, form: month, ...given });
}
