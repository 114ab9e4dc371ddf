import type { ImportKind } from '@xuanpai/contracts/imports';
import type { Text } from '@xuanpai/contracts/text';
import { ApiError } from '../../lib/api-error.ts';
import { type SheetRefusal, SheetRefused } from '../../lib/sheet/sheet-refused.ts';
import { kindNames } from './kind-names.ts';

interface Words {
  message: Text;
  remedy: Text;
}

const saveAsXlsx = {
  zh: '请用WPS或Excel另存为.xlsx后再上传。',
  en: 'Save it as .xlsx in WPS or Excel and upload that.',
};
const removeRest = {
  zh: '请只保留名册所在的表，删去多余的行列后再上传。',
  en: 'Keep the sheet with the register only and remove what is beyond it.',
};

/** Why a file isn't read, and what the office can do about it. */
export const refusals: Readonly<Record<SheetRefusal | 'noHeadings' | 'tooManySheets', Words>> = {
  notWorkbook: {
    message: { zh: '这不是.xlsx或.csv表格。', en: 'This is neither an .xlsx nor a .csv sheet.' },
    remedy: saveAsXlsx,
  },
  encrypted: {
    message: { zh: '表格设有口令，打不开。', en: 'The workbook is locked with a password.' },
    remedy: {
      zh: '请在WPS或Excel中打开，取消打开口令，保存后再上传。',
      en: 'Open it in WPS or Excel, remove the password, save it and upload it again.',
    },
  },
  oldXls: {
    message: { zh: '这是旧格式(.xls)的表格。', en: 'This is a workbook of the old format (.xls).' },
    remedy: saveAsXlsx,
  },
  tooLarge: {
    message: { zh: '表格解压后过大。', en: 'Unpacked, the workbook is too large.' },
    remedy: removeRest,
  },
  tooManyRows: {
    message: { zh: '表格的行数过多。', en: 'The workbook has too many rows.' },
    remedy: removeRest,
  },
  tooManyColumns: {
    message: { zh: '表格的列数过多。', en: 'The workbook has too many columns.' },
    remedy: removeRest,
  },
  emptyRows: {
    message: {
      zh: '大段空行下面还有内容。',
      en: 'Something stands below a long run of empty rows.',
    },
    remedy: removeRest,
  },
  tooManySheets: {
    message: { zh: '考勤表过多。', en: 'The book has too many attendance sheets.' },
    remedy: {
      zh: '请分成几个文件上传，每个不超过40张表。',
      en: 'Upload it in parts of at most 40 sheets.',
    },
  },
  doctype: {
    message: {
      zh: '文件里有表格程序不会写的内容。',
      en: 'The file holds what no workbook program writes.',
    },
    remedy: saveAsXlsx,
  },
  macros: {
    message: { zh: '表格里有宏。', en: 'The workbook contains macros.' },
    remedy: saveAsXlsx,
  },
  truncated: {
    message: { zh: '文件不完整或已损坏。', en: 'The file is incomplete or damaged.' },
    remedy: { zh: '请重新保存或重新传送这个文件。', en: 'Save it again, or send it again.' },
  },
  badText: {
    message: {
      zh: '文件里有无法识别的字符。',
      en: 'The file holds bytes that are no characters.',
    },
    remedy: {
      zh: '文件可能在传送中损坏，请重新导出，或另存为.xlsx后再上传。',
      en: 'It may have been damaged on the way: export it again, or save it as .xlsx and upload that.',
    },
  },
  noSheet: {
    message: { zh: '表格里没有内容。', en: 'There is nothing in the workbook.' },
    remedy: { zh: '请确认选对了文件。', en: 'Check that this is the right file.' },
  },
  timeout: {
    message: { zh: '表格过于复杂，没能读完。', en: 'The workbook is too complex to be read.' },
    remedy: removeRest,
  },
  noHeadings: {
    message: { zh: '没有找到表头。', en: 'No headings were found.' },
    remedy: {
      zh: '表头应在前15行，用通常的名称，如“姓名”“身份证号码”。',
      en: 'Headings stand in the first 15 rows, under their usual names.',
    },
  },
};

export function fileRefused(reason: keyof typeof refusals): ApiError {
  const { message, remedy } = refusals[reason];
  return new ApiError('fileRefused', {
    detail: { zh: message.zh + remedy.zh, en: `${message.en} ${remedy.en}` },
    faults: [{ path: 'file', code: reason, message, basis: null, remedy }],
  });
}

/** Headings were found, but those of another register. */
export function otherKind(asked: ImportKind, found: ImportKind): ApiError {
  const [wanted, is] = [kindNames[asked], kindNames[found]];
  const detail = {
    zh: `没有找到${wanted.zh}的表头；按表头看，这是${is.zh}。`,
    en: `There are no headings of a ${wanted.en}; by its headings this is a ${is.en}.`,
  };
  const remedy = { zh: `请按${is.zh}导入。`, en: `Import it as a ${is.en}.` };
  return new ApiError('fileRefused', {
    detail,
    faults: [{ path: 'kind', code: 'otherKind', message: detail, basis: null, remedy }],
  });
}

/** Headings were found, those of a book that somebody else imports. */
export function othersKind(kind: ImportKind): ApiError {
  const { zh, en } = kindNames[kind];
  const message =
    kind === 'attendance'
      ? {
          zh: `按表头看，这是${zh}，由镇街组织干事导入。`,
          en: `By its headings this is a ${en}: officers of the townships import it.`,
        }
      : {
          zh: `按表头看，这是${zh}，由区委组织部导入。`,
          en: `By its headings this is a ${en}: the planner imports it.`,
        };
  return new ApiError('fileRefused', {
    detail: message,
    faults: [{ path: 'kind', code: 'othersKind', message, basis: null, remedy: null }],
  });
}

/** A refusal of the workbook reader as the problem that it means; anything else as it is. */
export function refusalOf(error: unknown): unknown {
  return error instanceof SheetRefused ? fileRefused(error.code) : error;
}
