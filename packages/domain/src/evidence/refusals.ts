import type { Text } from '@xuanpai/contracts/text';

/** Why a file isn't taken, and what to do. */
export interface EvidenceRefusal {
  code:
    | 'heic'
    | 'type'
    | 'empty'
    | 'tooLarge'
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
} as const satisfies Record<Exclude<EvidenceRefusal['code'], 'tooLarge'>, EvidenceRefusal>;

/** Of a file beyond the size that the server takes. */
export function tooLargeRefusal(megabytes: number): EvidenceRefusal {
  return refusal(
    'tooLarge',
    `文件超过${megabytes} MB，不能上传。`,
    `The file is larger than ${megabytes} MB and can't be uploaded.`,
    {
      zh: '请缩小图片，或分成几个文件上传。',
      en: 'Make its pictures smaller, or upload it in parts.',
    },
  );
}

function refusal<Code extends EvidenceRefusal['code']>(
  code: Code,
  zh: string,
  en: string,
  remedy: Text,
) {
  return { code, message: { zh, en }, remedy };
}
