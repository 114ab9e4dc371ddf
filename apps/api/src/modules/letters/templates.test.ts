import type { LetterTemplate } from '@xuanpai/contracts/letter-templates';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { partsOf, zipParts } from '../../lib/docx/parts.ts';
import { bomb, zipOf } from '../../lib/sheet/raw-workbook.ts';
import type { TestApp } from '../../testing.ts';
import { accepted } from '../../testing-plans.ts';
import {
  addAssignment,
  addCadre,
  type SmallDistrict,
  startSmallDistrict,
} from '../../testing-registers.ts';
import { docxWith, textsOf } from './testing-docx.ts';

let district: SmallDistrict;
let office: TestApp;
let assignmentId: string;
beforeAll(async () => {
  district = await startSmallDistrict();
  office = district.office;
  const cadreId = await addCadre(office, district.units.区财政局, { name: '王伟' });
  assignmentId = await addAssignment(district, cadreId, district.villages.大尤家村);
});
afterAll(() => office.close());

const upload = (
  bytes: Uint8Array,
  kind = 'introduction',
  filename = '介绍信.docx',
  who = 'planner',
) => office.as(who).upload(`/api/letter-templates/${kind}`, {}, filename, bytes);
const state = async (kind = 'introduction'): Promise<LetterTemplate> => {
  const { items } = accepted(await office.as('office').get('/api/letter-templates')).body;
  return items.find((one: LetterTemplate) => one.kind === kind);
};
const choose = (edition: number | null) =>
  office.as('planner').post('/api/letter-templates/introduction/use', { edition });
const preview = async () => {
  const query = `kind=introduction&subjectId=${assignmentId}&date=2015-05-20`;
  const path = `/api/batches/${district.batchId}/letters/preview.docx?${query}`;
  return (await textsOf((await office.as('planner').download(path)).raw)).join('\n');
};
/** The shipped template with other parts beside or instead of its own. */
async function shippedWith(more: Record<string, string>): Promise<Buffer> {
  const path = '/api/letter-templates/introduction/template.docx?edition=shipped';
  const parts = await partsOf((await office.as('planner').download(path)).raw);
  for (const [name, part] of Object.entries(more)) parts.set(name, Buffer.from(part));
  return zipParts(parts);
}

describe('an office’s own template', () => {
  test('is printed from then on; earlier ones stay, and the shipped one is there to go back to', async () => {
    expect(await state()).toMatchObject({ inUse: null, editions: [] });
    expect(await preview()).toContain('兹有王伟同志');
    const first = await upload(await docxWith(['请接洽{姓名}，{任职表述}。']));
    expect(first.status).toBe(201);
    expect(await preview()).toBe('请接洽王伟，任大尤家村党组织第一书记。');
    accepted(await upload(await docxWith(['{单位}{姓名}']), 'introduction', '第二版.docx'));
    expect(await state()).toMatchObject({
      inUse: 2,
      editions: [
        { edition: 2, filename: '第二版.docx', uploadedByName: 'planner某' },
        { edition: 1, filename: '介绍信.docx' },
      ],
    });
    accepted(await choose(1));
    expect(await preview()).toContain('请接洽王伟');
    accepted(await choose(null));
    expect(await preview()).toContain('兹有王伟同志');
    expect((await choose(7)).status).toBe(404);
    const path = '/api/letter-templates/introduction/template.docx?edition=2';
    expect(await textsOf((await office.as('office').download(path)).raw)).toEqual(['{单位}{姓名}']);
  });

  test('repeats a line, a row, and prints what is optional only where it is', async () => {
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
    const children = [
      new Paragraph('{#人员}'),
      new Paragraph('{序号}.{姓名}{#原职务}，{原职务}{/原职务}'),
      new Paragraph('{/人员}'),
      new Table({
        rows: [new TableRow({ children: [cell('{#人员}{姓名}'), cell('{任职方式}{/}')] })],
      }),
    ];
    const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }));
    accepted(await upload(bytes, 'unitNotice'));
    const kind = 'unitNotice';
    const letters = `/api/batches/${district.batchId}/letters`;
    accepted(
      await office.as('planner').post(letters, { kind, subjectIds: null, date: '2015-05-20' }),
    );
    const { raw } = await office.as('planner').download(`${letters}/letters.docx?kind=${kind}`);
    expect(await textsOf(raw)).toEqual(['1.王伟', '王伟', '任职']);
    const xml = (await partsOf(raw)).get('word/document.xml')?.toString() ?? '';
    // Lines that hold a loop's beginning or end leave no empty line.
    expect(xml.slice(xml.indexOf('<w:body>'))).not.toMatch(/<w:p\/>|<w:p><\/w:p>/);
  });

  test('only the planner uploads and chooses; the office reads', async () => {
    const bytes = await docxWith(['{姓名}']);
    for (const who of ['office', 'officer', 'liaison', 'leader', 'admin']) {
      expect((await upload(bytes, 'introduction', 'a.docx', who)).status).toBe(403);
    }
    expect((await office.as('officer').get('/api/letter-templates')).status).toBe(403);
  });

  test('the list of tags of a kind can be read and saved', async () => {
    const { tags } = await state('membership');
    expect(tags).toContainEqual({
      name: '党费交至',
      meaning: '党费交纳到的月份',
      example: '2015年5月',
      within: null,
      repeats: false,
    });
    const file = await office.as('planner').download('/api/letter-templates/annex/tags.xlsx');
    expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain(
      '名册附件模板标签.xlsx',
    );
  });
});

describe('a broken template is refused with every place and reason at once', () => {
  test('tags unknown, misplaced, unclosed', async () => {
    const bytes = await docxWith([
      '{姓名}同志',
      '现任{职位}，{原职务',
      '{#人员}',
      '{/民族}',
      '｛姓名｝',
      '{} }',
    ]);
    const { status, body } = await upload(bytes);
    expect([status, body.code]).toEqual([422, 'templateRefused']);
    expect(body.errors.map(({ code }: { code: string }) => code)).toEqual([
      'unknownTag',
      'unclosedBrace',
      'unknownTag',
      'unopenedLoop',
      'fullWidthBrace',
      'fullWidthBrace',
      'emptyTag',
      'strayBrace',
      'unclosedLoop',
    ]);
    expect(body.errors[0].message).toBe('第2段“现任{职位}，{原职务”：这类文书没有“职位”这个标签。');
    expect(body.errors.at(-1).message).toBe('第3段“{#人员}”：{#人员}没有结束。');
    expect(await state()).toMatchObject({ inUse: null });
  });

  test('loops crossed, never opened, half in a table; a tag outside its loop', async () => {
    const cell = new TableCell({ children: [new Paragraph('{#人员}{姓名}')] });
    const children = [
      new Paragraph('{姓名}{人员}'),
      new Paragraph('{#分组}{#人员}{/分组}'),
      new Table({ rows: [new TableRow({ children: [cell] })] }),
      new Paragraph('{/人员}'),
    ];
    const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }));
    const { body } = await upload(bytes, 'townshipNotice');
    expect(body.errors.map(({ code }: { code: string }) => code)).toEqual([
      'outsideLoop',
      'neverRepeated',
      'crossedLoop',
      'brokenLoopPlace',
    ]);
    expect(body.errors[0].remedy).toContain('{#人员}');
    expect(body.errors[3].message).toContain('第3段');
  });

  test('a slip is met with the tag that was meant', async () => {
    const { body } = await upload(await docxWith(['{任职方法}']));
    expect(body.errors[0].remedy).toBe('是否应为{任职方式}？');
  });

  test('a tag in the header would be the same for all letters', async () => {
    const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const header = `<w:hdr ${main}><w:p><w:r><w:t>{编号}</w:t></w:r></w:p></w:hdr>`;
    const { body } = await upload(await shippedWith({ 'word/header1.xml': header }));
    expect(body.errors[0]).toMatchObject({ code: 'outsideBody' });
    expect(body.errors[0].message).toContain('页眉或页脚');
  });
});

describe('hostile and mistaken files are refused', () => {
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const types = (type: string) =>
    `<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/></Types>`;
  const body = (inner: string) =>
    `<w:document xmlns:w="${main}"><w:body>${inner}</w:body></w:document>`;
  const document = (inner: string, more: Record<string, string> = {}) =>
    zipOf({
      '[Content_Types].xml': types('document.main'),
      'word/document.xml': body(inner),
      ...more,
    });
  const relation = (type: string, target: string) => ({
    'word/_rels/document.xml.rels': `<Relationships><Relationship Id="r1" Type="http://x/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
  });
  const field = (text: string) =>
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>${text}</w:instrText></w:r></w:p>`;

  test.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ['a picture', 'notDocx', () => Buffer.from('\x89PNG\r\n')],
    [
      'a workbook',
      'notDocx',
      () => zipOf({ '[Content_Types].xml': '<Types/>', 'xl/a.xml': '<a/>' }),
    ],
    ['an old .doc', 'oldDoc', () => Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['macros', 'macros', () => document('<w:p/>', { 'word/vbaProject.bin': 'x' })],
    [
      'a macro document called .docx',
      'macros',
      () =>
        zipOf({
          '[Content_Types].xml':
            '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
          'word/document.xml': body('<w:p/>'),
        }),
    ],
    [
      'a zip bomb',
      'tooLarge',
      () =>
        zipOf({
          '[Content_Types].xml': types('document.main'),
          'word/document.xml': bomb(' ', 300),
        }),
    ],
    ['millions of paragraphs', 'tooLarge', () => document('<w:p/>'.repeat(200_000))],
    [
      'entities',
      'doctype',
      () =>
        zipOf({
          '[Content_Types].xml': types('document.main'),
          'word/document.xml': `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${body('<w:p/>')}`,
        }),
    ],
    [
      'a linked template',
      'external',
      () => document('<w:p/>', relation('attachedTemplate', 'http://10.0.0.1/a.dotm')),
    ],
    [
      'a linked picture',
      'external',
      () => document('<w:p/>', relation('image', 'http://10.0.0.1/a.png')),
    ],
    [
      'a script for a link',
      'external',
      () => document('<w:p/>', relation('hyperlink', 'javascript:alert(1)')),
    ],
    ['an embedded file', 'embedded', () => document('<w:p/>', { 'word/embeddings/a.bin': 'x' })],
    ['a foreign piece', 'embedded', () => document('<w:altChunk/>')],
    ['a field that runs a program', 'fields', () => document(field('DDEAUTO c:\\\\cmd.exe'))],
    ['a field that reads a file', 'fields', () => document(field(' INCLUDETEXT "c:\\\\a.txt"'))],
    [
      'a file that was cut off',
      'damaged',
      async () => (await docxWith(['{姓名}'])).subarray(0, 900),
    ],
  ])('%s', async (_, code, bytes) => {
    const reply = await upload(await bytes());
    expect([reply.status, reply.body.errors?.[0]?.code]).toEqual([422, code]);
  });

  test('more than 5 MB', async () => {
    expect((await upload(Buffer.alloc(6 * 1024 * 1024, 'PK'))).status).toBe(413);
  });

  test('no file at all', async () => {
    const reply = await office.as('planner').post('/api/letter-templates/introduction');
    expect(reply.status).toBe(400);
  });

  test('a link that a reader may follow is none of these', async () => {
    accepted(
      await upload(
        document('<w:p><w:r><w:t>{姓名}</w:t></w:r></w:p>', {
          '_rels/.rels':
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
          ...relation('hyperlink', 'http://dangjian.example/'),
        }),
      ),
    );
    accepted(await choose(null));
  });
});
