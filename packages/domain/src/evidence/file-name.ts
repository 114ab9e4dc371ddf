import { type EvidenceType, evidenceLimits } from '@xuanpai/contracts/evidence';
import type { Text } from '@xuanpai/contracts/text';
import { maskIdNumbers } from '../office/id-number.ts';

const endings: Record<string, EvidenceType> = {
  pdf: 'pdf',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  jpe: 'jpeg',
  jfif: 'jpeg',
  png: 'png',
  docx: 'docx',
  xlsx: 'xlsx',
};

/** Control and format characters: among them those that turn the direction of writing round. */
const invisible = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
/** What Windows allows in no name. */
const forbidden = /[<>:"|?*]/g;

/**
 * A file's name as it is kept: without the folders of somebody's machine, invisible characters, and ID
 * numbers in full; cut to 120 characters with its ending kept. Never empty.
 */
export function evidenceName(given: string): string {
  const bare = given.split(/[\\/]/).at(-1) ?? '';
  const plain = maskIdNumbers(bare.replace(invisible, '').replace(forbidden, '_')).trim();
  const name = plain.replace(/^\.+/, '').replace(/[. ]+$/, '') || '附件';
  const letters = [...name];
  if (name.length <= evidenceLimits.name) return name;
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(name)?.[0] ?? '';
  const most = evidenceLimits.name - ending.length;
  let kept = '';
  for (const letter of letters) {
    if (kept.length + letter.length > most) break;
    kept += letter;
  }
  return kept + ending;
}

/** What a file says that it is, by its name's ending; null: none of what is taken. */
export function typeByName(name: string): EvidenceType | null {
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(endings, ending) ? (endings[ending] ?? null) : null;
}

export interface EvidenceRefusal {
  code:
    | 'heic'
    | 'type'
    | 'empty'
    | 'content'
    | 'damaged'
    | 'macros'
    | 'inflated'
    | 'pixels'
    | 'encrypted';
  message: Text;
  remedy: Text | null;
}

const another: Text = {
  zh: '请核对文件，或另存为所需格式后再上传。',
  en: 'Check the file, or save it as one of these kinds.',
};

export const evidenceRefusals = {
  heic: refusal(
    'heic',
    '这是苹果手机的 HEIC 照片，多数电脑打不开。',
    'This is a HEIC picture, which most computers can’t open.',
    {
      zh: '请在手机“设置—相机—格式”中选“兼容性最佳”后重拍，或在相册中导出为 JPEG 后再上传。',
      en: 'On the phone choose Settings – Camera – Formats – Most Compatible, or export the picture as JPEG.',
    },
  ),
  type: refusal(
    'type',
    '只收 PDF、JPEG、PNG、.docx、.xlsx 文件。',
    'Only PDF, JPEG, PNG, .docx and .xlsx files are taken.',
    another,
  ),
  empty: refusal('empty', '文件是空的。', 'The file is empty.', another),
  content: refusal(
    'content',
    '文件内容与名称不符。',
    'What is in the file isn’t what its name says.',
    another,
  ),
  damaged: refusal(
    'damaged',
    '文件不完整或已损坏，打不开。',
    'The file is cut off or damaged.',
    another,
  ),
  macros: refusal('macros', '文件里有宏，不能上传。', 'The file holds macros.', {
    zh: '请另存为不含宏的 .docx 或 .xlsx。',
    en: 'Save it without macros.',
  }),
  inflated: refusal('inflated', '文件展开后过大，不能上传。', 'Unpacked, the file is too large.', {
    zh: '请压缩其中的图片，或转成 PDF。',
    en: 'Make its pictures smaller, or save it as PDF.',
  }),
  pixels: refusal('pixels', '图片的尺寸过大，不能上传。', 'The picture has too many pixels.', {
    zh: '请缩小图片后再上传。',
    en: 'Make the picture smaller.',
  }),
  encrypted: refusal(
    'encrypted',
    '文件加了密码，别人打不开。',
    'The file has a password, nobody else can open it.',
    { zh: '请去掉密码后再上传。', en: 'Remove the password.' },
  ),
} as const satisfies Record<EvidenceRefusal['code'], EvidenceRefusal>;

function refusal<Code extends EvidenceRefusal['code']>(
  code: Code,
  zh: string,
  en: string,
  remedy: Text,
) {
  return { code, message: { zh, en }, remedy };
}
