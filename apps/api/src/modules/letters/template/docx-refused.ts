import type { Text } from '@xuanpai/contracts/text';
import { ApiError, type Fault } from '../../../lib/api-error.ts';
import { SheetRefused } from '../../../lib/sheet/sheet-refused.ts';

interface Words {
  message: Text;
  remedy: Text;
}

const saveAsDocx = {
  zh: '请用Word或WPS另存为.docx后再上传。',
  en: 'Save it as .docx in Word or WPS and upload that.',
};
const startFromOurs = {
  zh: '请从本页下载模板，在其中改好再上传。',
  en: 'Download the template from this page, change that one, and upload it.',
};

/** Why a file isn't taken as a template, whatever is written in it. */
const refusals = {
  notDocx: {
    message: { zh: '这不是.docx文档。', en: 'This is no .docx document.' },
    remedy: saveAsDocx,
  },
  oldDoc: {
    message: {
      zh: '这是旧格式(.doc)或设有口令的文档。',
      en: 'This is a document of the old format (.doc), or one with a password.',
    },
    remedy: saveAsDocx,
  },
  macros: {
    message: { zh: '文档里有宏。', en: 'The document contains macros.' },
    remedy: saveAsDocx,
  },
  embedded: {
    message: {
      zh: '文档里嵌有其他文件或控件。',
      en: 'The document has other files or controls inside.',
    },
    remedy: {
      zh: '请删去嵌入的对象；图片可以保留。',
      en: 'Remove the embedded objects; pictures may stay.',
    },
  },
  external: {
    message: {
      zh: '文档引用了外部文件（链接的图片、模板或数据）。',
      en: 'The document refers to files outside (linked pictures, templates, data).',
    },
    remedy: {
      zh: '请把图片直接插入文档，去掉链接的模板和数据。',
      en: 'Insert pictures themselves, and detach linked templates and data.',
    },
  },
  fields: {
    message: {
      zh: '文档里有会读取其他文件的域。',
      en: 'The document has fields that read other files.',
    },
    remedy: {
      zh: '请删去这些域，或按Ctrl+Shift+F9变为文字。',
      en: 'Remove these fields, or turn them into text with Ctrl+Shift+F9.',
    },
  },
  doctype: {
    message: {
      zh: '文件里有文字处理程序不会写的内容。',
      en: 'The file holds what no word processor writes.',
    },
    remedy: saveAsDocx,
  },
  tooLarge: {
    message: { zh: '文档过大或过于复杂。', en: 'The document is too large or too complex.' },
    remedy: startFromOurs,
  },
  damaged: {
    message: { zh: '文件不完整或已损坏。', en: 'The file is incomplete or damaged.' },
    remedy: { zh: '请重新保存或重新传送这个文件。', en: 'Save it again, or send it again.' },
  },
} as const satisfies Record<string, Words>;

export type DocxRefusal = keyof typeof refusals;

/** The same while the file's parts are read: the reader lets its own refusals through. */
export class DocxRefused extends SheetRefused {
  readonly reason: DocxRefusal;

  constructor(reason: DocxRefusal) {
    super('truncated');
    this.reason = reason;
  }
}

/** A file that isn't taken, with the reason and what to do. */
export function docxRefused(reason: DocxRefusal): ApiError {
  const { message, remedy } = refusals[reason];
  const fault: Fault = { path: 'file', code: reason, message, basis: null, remedy };
  return new ApiError('templateRefused', {
    detail: { zh: message.zh + remedy.zh, en: `${message.en} ${remedy.en}` },
    faults: [fault],
  });
}
