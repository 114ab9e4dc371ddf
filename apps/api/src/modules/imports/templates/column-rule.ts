import type { TemplateColumn, TemplateForm } from '@xuanpai/domain/imports/template-column';
import type { DataValidation } from 'exceljs';

/** The cell format of a column: what is typed stays as it is meant. */
export function numberFormatOf({ kind }: TemplateForm): string {
  switch (kind) {
    case 'month':
      return 'yyyy.mm';
    case 'count':
      return '0';
    case 'tenThousandYuan':
    case 'yuan':
      return '#,##0.00';
    default:
      return '@';
  }
}

/** From these days on: a date typed as 1980.05 is the number of a day in 1905. */
const earliestDay = new Date(Date.UTC(1930, 0, 1));
const latestDay = new Date(Date.UTC(2099, 11, 31));

/**
 * What the workbook program checks while somebody types, with a hint beside the cell. `list` is where
 * the words to choose from stand, null where there are none; `first` the first cell, `A3`.
 */
export function ruleOf(
  column: TemplateColumn,
  list: string | null,
  first: string,
): Partial<DataValidation> {
  return {
    allowBlank: true,
    showInputMessage: true,
    promptTitle: column.heading.slice(0, 32),
    prompt: promptOf(column),
    errorTitle: column.heading.slice(0, 32),
    error: formText(column.form).slice(0, 255),
    ...checkOf(column.form, list, first),
  };
}

function checkOf(form: TemplateForm, list: string | null, first: string): Partial<DataValidation> {
  const stop = { showErrorMessage: true, errorStyle: 'stop' };
  switch (form.kind) {
    case 'words':
      return { type: 'list', formulae: [list], ...(form.several ? {} : stop) };
    case 'names':
      // What isn't in the register yet may be written all the same.
      return list ? { type: 'list', formulae: [list] } : lengthUpTo(60);
    case 'idNumber':
      return { type: 'textLength', operator: 'equal', formulae: [18], ...stop };
    case 'code':
      return { type: 'custom', formulae: [lengthsFormula(form.digits, first)], ...stop };
    case 'month':
      return { type: 'date', operator: 'between', formulae: [earliestDay, latestDay], ...stop };
    case 'count':
      return { type: 'whole', operator: 'between', formulae: [0, form.most], ...stop };
    case 'tenThousandYuan':
    case 'yuan':
      return { type: 'decimal', operator: 'between', formulae: [-1e10, 1e10], ...stop };
    case 'text':
      return { ...lengthUpTo(form.longest), ...stop };
  }
}

function lengthUpTo(longest: number): Partial<DataValidation> {
  return { type: 'textLength', operator: 'lessThanOrEqual', formulae: [longest] };
}

function lengthsFormula(digits: readonly number[], cell: string): string {
  return `OR(${digits.map((length) => `LEN(${cell})=${length}`).join(',')})`;
}

function promptOf({ required, form, hint }: TemplateColumn): string {
  return `${required ? '必填。' : ''}${formText(form)}${hint}`.slice(0, 255);
}

/** How the column is written, in a sentence. */
export function formText(form: TemplateForm): string {
  switch (form.kind) {
    case 'words':
      return form.several ? '从列表中选择，或填写几项，用顿号隔开。' : '从列表中选择。';
    case 'names':
      return '从列表中选择，或按名册填写全称。';
    case 'idNumber':
      return '18位，该列为文本格式。';
    case 'code':
      return `${form.digits.join('位或')}位数字，该列为文本格式。`;
    case 'month':
      return '按1980-5或1980-5-6输入，显示为1980.05；不要输入1980.05。';
    case 'count':
      return `0至${form.most}的整数。`;
    case 'tenThousandYuan':
      return '数字，单位万元。';
    case 'yuan':
      return '数字，单位元。';
    case 'text':
      return `文字，最多${form.longest}字。`;
  }
}

/** What may be chosen, for the explanation. */
export function choicesText(form: TemplateForm): string {
  if (form.kind === 'words') return form.words.join('、');
  if (form.kind !== 'names') return '';
  return { units: '派出单位名册', townships: '区划代码表中的镇街', villages: '村名册' }[
    form.register
  ];
}
