import { importKinds } from '@xuanpai/contracts/imports';
import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import type { KnownIds } from './known-ids.ts';
import { wildText } from './wild.ts';

const headings = [
  ...[
    '姓名',
    '性别',
    '身份证号',
    '工作单位',
    '职务',
    '职级',
    '出生年月',
    '参加工作时间',
    '编制性质',
  ],
  ...[
    '乡镇',
    '村名',
    '行政区划代码',
    '集体经济收入',
    '单位名称',
    '单位性质',
    '联系电话',
    '备注',
    '',
  ],
];
const cell = fc.oneof(
  fc.constantFrom(
    '郑旺镇',
    '大尤家村',
    '区财政局',
    '正科级',
    '行政',
    '1980.5',
    '371312108201',
    '3万元',
  ),
  wildText,
);

/** Files of the office's kind, or of none, with fields as they should be or not. */
export function uploadTo(path: string, ids: KnownIds): fc.Arbitrary<InjectOptions> {
  const sheet = fc
    .tuple(
      fc.subarray(headings, { minLength: 1 }),
      fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 5 }),
    )
    .map(([names, rows]) => [names, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n'));
  const bytes = fc
    .uint8Array({ maxLength: 200 })
    .map((given) => Buffer.from(given).toString('latin1'));
  return fc
    .record({
      name: fc.constantFrom(
        '干部.csv',
        '村.xlsx',
        '../../etc/passwd',
        'a.xlsm',
        '.csv',
        'x'.repeat(300),
      ),
      file: fc.oneof({ weight: 4, arbitrary: sheet }, bytes),
      kind: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...importKinds) }, wildText),
      batchId: fc.option(fc.oneof(fc.constantFrom(...ids.of('batchId')), wildText)),
    })
    .map(({ name, file, kind, batchId }) => ({
      method: 'POST' as const,
      url: path,
      headers: { 'content-type': 'multipart/form-data; boundary=parts' },
      payload: [
        ...part('kind', kind),
        ...(batchId === null ? [] : part('batchId', batchId)),
        '--parts',
        `Content-Disposition: form-data; name="file"; filename="${name}"`,
        'Content-Type: application/octet-stream',
        '',
        file,
        '--parts--',
        '',
      ].join('\r\n'),
    }));
}

function part(name: string, value: string): string[] {
  return ['--parts', `Content-Disposition: form-data; name="${name}"`, '', value];
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
