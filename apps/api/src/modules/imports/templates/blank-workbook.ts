import type { TemplateColumn, TemplateForm } from '@xuanpai/domain/imports/template-column';
import type ExcelJS from 'exceljs';
import type { DataValidation } from 'exceljs';
import { loadExcel } from '../../../lib/large-packages.ts';
import { officeStyles } from '../../../lib/sheet/office-styles.ts';
import { choicesText, formText, numberFormatOf, ruleOf } from './column-rule.ts';
import type { RegisterNames } from './register-names.ts';

/** Row 1 is the title, row 2 the headings. */
const headingRow = 2;
const firstRow = headingRow + 1;
/** Rows with lists and checks. */
const lastRow = 5000;

const explanationName = '填写说明';
const listsName = '下拉列表';
const requiredFill = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: 'FFFFF2CC' },
} as const satisfies ExcelJS.Fill;

/** A workbook to be filled in: the sheet, the explanation, and a hidden sheet with the lists. */
export async function blankWorkbook(
  title: string,
  columns: readonly TemplateColumn[],
  names: RegisterNames,
): Promise<Buffer> {
  const { Workbook } = await loadExcel();
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet(title, {
    views: [{ state: 'frozen', ySplit: headingRow, xSplit: 1 }],
  });
  addExplanation(workbook.addWorksheet(explanationName), title, columns);
  const lists = workbook.addWorksheet(listsName, { state: 'hidden' });
  addHeadings(sheet, title, columns);
  for (const [at, column] of columns.entries()) {
    const list = addList(lists, choicesOf(column.form, names));
    addRule(sheet, at + 1, column, list);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addHeadings(
  sheet: ExcelJS.Worksheet,
  title: string,
  columns: readonly TemplateColumn[],
): void {
  sheet.columns = columns.map(({ width, form }) => ({
    width,
    style: { numFmt: numberFormatOf(form) },
  }));
  const titleCell = sheet.getCell(1, 1);
  titleCell.value = title;
  titleCell.style = officeStyles.title;
  if (columns.length > 1) sheet.mergeCells(1, 1, 1, columns.length);
  sheet.getRow(1).height = 36;
  const row = sheet.getRow(headingRow);
  row.height = 32;
  for (const [at, { heading, required }] of columns.entries()) {
    const cell = row.getCell(at + 1);
    cell.value = required ? `${heading}*` : heading;
    cell.style = required ? { ...officeStyles.heading, fill: requiredFill } : officeStyles.heading;
  }
}

function choicesOf(form: TemplateForm, names: RegisterNames): readonly string[] {
  if (form.kind === 'words') return form.words;
  return form.kind === 'names' ? names[form.register] : [];
}

/** Writes a list into a column of its own and gives its address; null for an empty one. */
function addList(lists: ExcelJS.Worksheet, choices: readonly string[]): string | null {
  if (choices.length === 0) return null;
  const column = lists.getColumn(lists.columnCount + 1);
  column.values = [...choices];
  return `'${listsName}'!$${column.letter}$1:$${column.letter}$${choices.length}`;
}

/** Checks of a whole column in one entry, which the types of the library leave out. */
interface WithRules {
  dataValidations: { add(range: string, rule: Partial<DataValidation>): void };
}

function addRule(
  sheet: ExcelJS.Worksheet,
  at: number,
  column: TemplateColumn,
  list: string | null,
): void {
  const { letter } = sheet.getColumn(at);
  const range = `${letter}${firstRow}:${letter}${lastRow}`;
  const { dataValidations } = sheet as unknown as WithRules;
  dataValidations.add(range, ruleOf(column, list, `${letter}${firstRow}`));
}

/** What each column is: whether it must be filled in, how, what may be chosen, which rule asks for it. */
function addExplanation(
  sheet: ExcelJS.Worksheet,
  title: string,
  columns: readonly TemplateColumn[],
): void {
  sheet.columns = [18, 10, 40, 44, 60, 34].map((width) => ({ width }));
  const notes = [
    `${title}填写说明`,
    `表头带*、底色为黄的列必填。从第${firstRow}行起填写，一行一条；不用的列可以删去，表头不要改名。`,
    '空着的格子会清空名册中原有的值；整列删去，则不改动这一列。',
  ];
  for (const note of notes) sheet.addRow([note]);
  sheet.getCell('A1').style = { font: { name: '黑体', size: 14 } };
  const headings = sheet.addRow(['列', '是否必填', '填写形式', '可填的值', '说明', '依据']);
  headings.eachCell((cell) => {
    cell.style = officeStyles.heading;
  });
  for (const { heading, required, form, hint, source } of columns) {
    const values = [heading, required ? '必填' : '可不填', formText(form), choicesText(form), hint];
    const row = sheet.addRow([...values, source]);
    row.eachCell({ includeEmpty: true }, (cell) => {
      cell.alignment = { wrapText: true, vertical: 'top' };
      cell.numFmt = '@';
    });
  }
}
