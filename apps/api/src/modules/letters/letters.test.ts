import type { LetterSubject, PrintEvent } from '@xuanpai/contracts/letters';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { partsOf } from '../../lib/docx/parts.ts';
import { startTestApp, type TestApp } from '../../testing.ts';
import { accepted, batchIdOf } from '../../testing-plans.ts';
import { textsOf } from './testing-docx.ts';

let office: TestApp;
let letters: string;
beforeAll(async () => {
  office = await startTestApp('issued');
  letters = `/api/batches/${await batchIdOf(office)}/letters`;
});
afterAll(() => office.close());

const date = '2015-05-20';
const list = async (kind: string, who = 'planner') =>
  accepted(await office.as(who).get(`${letters}?kind=${kind}`)).body;
const subject = async (kind: string, name: string): Promise<LetterSubject> =>
  (await list(kind)).items.find((one: LetterSubject) => one.name === name);
const make = (kind: string, subjectIds: string[] | null, more: object = {}, who = 'planner') =>
  office.as(who).post(letters, { kind, subjectIds, date, ...more });
const file = async (kind: string, query = '', as = 'docx', who = 'planner') =>
  office.as(who).download(`${letters}/letters.${as}?kind=${kind}${query}`);
const printed = async (kind: string, subjectId: string) =>
  textsOf((await file(kind, `&subjectIds=${subjectId}`)).raw);

/** What no letter may hold: a tag, or what stands for nothing. */
const leftOver = /[{}]|undefined|null|NaN|【缺/;

async function peopleOf(where: object) {
  const found = await office.db.prisma.assignment.findMany({
    where,
    include: { cadre: { include: { unit: true } }, village: { include: { township: true } } },
  });
  expect(found.length).toBeGreaterThan(0);
  return found;
}

describe('who gets letters', () => {
  test('73 units, 10 townships, 255 people; memberships move for the 144 of the district', async () => {
    const totals = async (kind: string) => (await list(kind)).total;
    expect(await totals('unitNotice')).toBe(73);
    expect(await totals('townshipNotice')).toBe(10);
    expect(await totals('introduction')).toBe(255);
    expect(await totals('membership')).toBe(144);
    expect(await totals('membershipReturn')).toBe(144);
    expect(await totals('annex')).toBe(1);
  });
});

describe('任职通知', () => {
  test('a unit reads about its own two people, where they go and as what', async () => {
    const { subjectId } = await subject('unitNotice', '区财政局');
    accepted(await make('unitNotice', [subjectId]));
    const text = (await printed('unitNotice', subjectId)).join('\n');
    expect(text).not.toMatch(leftOver);
    expect(text).toContain('区财政局：');
    expect(text).toContain('河组发〔2015〕18号');
    expect(text).toContain('2015年5月20日');
    const people = await peopleOf({ cadre: { unit: { name: '区财政局' } } });
    for (const { cadre, village, post } of people) {
      const as = post === 'firstSecretary' ? '第一书记' : '副书记';
      const line = text.split('\n').find((one) => one.includes(cadre.name)) ?? '';
      expect(line).toContain(`任${village.name}党组织${as}（${village.township.name}）`);
      expect(line).toContain('自2015年6月1日起，至2017年5月31日止');
      expect(line).not.toContain('挂职');
    }
    expect(text.match(/党组织(第一书记|副书记)（/g)).toHaveLength(people.length);
  });

  test('a township reads who is appointed, attached, and appointed directly', async () => {
    // The demo's plan attaches all of them; one becomes secretary directly.
    const township = { name: '郑旺镇' };
    const where = { tier: 'township' as const, village: { township } };
    const direct = await office.db.prisma.assignment.findFirstOrThrow({
      where,
      include: { cadre: true, village: true },
    });
    const { id } = direct;
    await office.db.prisma.assignment.update({
      where: { id },
      data: { post: 'secretary', kind: 'direct' },
    });
    const { subjectId } = await subject('townshipNotice', '郑旺镇');
    accepted(await make('townshipNotice', [subjectId]));
    const lines = await printed('townshipNotice', subjectId);
    const text = lines.join('\n');
    expect(text).not.toMatch(leftOver);
    expect(text).toContain('郑旺镇党委：');
    const people = await peopleOf({ village: { township } });
    const count = (kind: string) => people.filter((one) => one.kind === kind).length;
    expect(lines).toContain(`一、任职（${count('appointed')}名）`);
    expect(lines).toContain(`二、挂职（${count('attached')}名）`);
    expect(lines).toContain('三、直接任职（1名）');
    const line = (name: string) => lines.filter((one) => one.includes(`${name}（`)).join();
    expect(line(direct.cadre.name)).toContain(`直接任${direct.village.name}党组织书记`);
    const attached = people.find((one) => one.kind === 'attached');
    expect(line(attached?.cadre.name ?? '')).toContain(
      `挂职任${attached?.village.name}党组织第一书记`,
    );
    expect(lines.filter((one) => /^\d+\./.test(one))).toHaveLength(people.length);
  });
});

describe('介绍信', () => {
  test('names the person, the post and the term', async () => {
    const [{ id, cadre, village }] = (await peopleOf({ tier: 'township' })) as [
      Awaited<ReturnType<typeof peopleOf>>[number],
    ];
    accepted(await make('introduction', [id]));
    const text = (await printed('introduction', id)).join('\n');
    expect(text).not.toMatch(leftOver);
    expect(text).toContain(`兹有${cadre.name}同志`);
    expect(text).toContain(village.name);
    expect(text).toContain('介字〔2015〕1号');
  });
});

describe('名册附件', () => {
  test('everybody stands in it once', async () => {
    accepted(await make('annex', null));
    const texts = await textsOf((await file('annex')).raw);
    expect(texts.join('\n')).not.toMatch(leftOver);
    const people = await peopleOf({});
    for (const { cadre } of people) expect(texts).toContain(cadre.name);
    expect(texts).toContain('255');
    expect(texts.join()).toContain('共255名，183个村');
  });
});

describe('all at once', () => {
  test('255 introductions in one file, each on its page, numbered without gaps', async () => {
    const reply = accepted(await make('introduction', null)).body;
    expect(reply).toEqual({ made: 254, again: 1, leftOut: [], stepsBack: [] });
    const { raw, headers } = await file('introduction');
    expect(decodeURIComponent(String(headers['content-disposition']))).toContain(
      '介绍信 第二批 255份.docx',
    );
    const texts = await textsOf(raw);
    expect(texts.join('\n')).not.toMatch(leftOver);
    const numbers = texts.filter((text) => text.startsWith('介字'));
    expect(numbers).toEqual(Array.from({ length: 255 }, (_, at) => `介字〔2015〕${at + 1}号`));
    const xml = (await partsOf(raw)).get('word/document.xml')?.toString() ?? '';
    expect(xml.match(/<w:sectPr/g)).toHaveLength(255);
  });

  test('a zip holds a file for each, named in Chinese with the mark of UTF-8', async () => {
    const { raw } = await file('introduction', '', 'zip');
    const files = await partsOf(raw);
    expect(files.size).toBe(255);
    const names = [...files.keys()];
    expect(names[0]).toMatch(/^介绍信 2015-1 \p{Script=Han}+\.docx$/u);
    // Bit 11 of the general purpose flags in the first entry of the directory.
    const directory = raw.indexOf('PK\x01\x02');
    expect(raw.readUInt16LE(directory + 8) & 0x800).toBe(0x800);
    const [first] = files.values();
    const texts = await textsOf(first ?? new Uint8Array());
    expect(texts).toContain('介字〔2015〕1号');
    expect(texts.join()).toContain(names[0]?.replace(/^.* |\.docx$/g, ''));
  });

  test('how far it is comes with it, and the last event carries the file', async () => {
    const path = `${letters}/print?kind=introduction&as=docx`;
    const { body, headers } = await office.as('planner').get(path);
    expect(headers['content-type']).toContain('text/event-stream');
    const events: PrintEvent[] = [...String(body).matchAll(/^data: (.*)$/gm)].map(([, data = '']) =>
      JSON.parse(data),
    );
    const steps = events.flatMap((one) => (one.state === 'filling' ? [one.done] : []));
    expect(steps[0]).toBe(0);
    expect(steps.at(-1)).toBe(255);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps.length).toBeGreaterThan(3);
    const last = events.at(-1);
    if (last?.state !== 'done') throw new Error('no file');
    const texts = await textsOf(Buffer.from(last.file, 'base64'));
    expect(texts.filter((text) => text.startsWith('介字'))).toHaveLength(255);
  });

  test('other requests are served meanwhile', async () => {
    let done = false;
    const printing = file('introduction').then(() => {
      done = true;
    });
    await office.as('planner').get('/api/batches');
    expect(done).toBe(false);
    await printing;
  });
});
