import type { Assignment } from '@xuanpai/contracts/assignments';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestReply } from '../../testing.ts';
import { batchIdOf } from '../../testing-plans.ts';

let office: TestApp;
let batchId: string;
let zhengwang: string;
beforeAll(async () => {
  office = await startTestApp('issued');
  batchId = await batchIdOf(office);
  const township = { name: '郑旺镇', level: 'township' } as const;
  zhengwang = (await office.db.prisma.region.findFirstOrThrow({ where: township })).id;
});
afterAll(() => office.close());

const list = async (who: string, query = '') =>
  (await office.as(who).get(`/api/assignments?batchId=${batchId}&pageSize=200${query}`)).body;

describe('posts on a day', () => {
  test('none before the term, all 255 in 183 villages on its first and last day', async () => {
    expect(await list('planner', '&on=2015-05-31')).toMatchObject({ total: 0, villages: 0 });
    for (const on of ['2015-06-01', '2017-05-31']) {
      expect(await list('planner', `&on=${on}`)).toMatchObject({
        total: 255,
        villages: 183,
        byTier: { district: 144, township: 111 },
      });
    }
    expect(await list('planner', '&on=2017-06-01')).toMatchObject({ total: 0 });
  });

  test('without a day all of the batch, with what they are today', async () => {
    const { total, items } = await list('planner');
    expect(total).toBe(255);
    expect(new Set(items.map(({ status }: Assignment) => status))).toEqual(new Set(['upcoming']));
  });

  test('the one who leads comes first in a village', async () => {
    const { items } = await list('planner', '&tier=district');
    const posts = items.slice(0, 4).map(({ post }: Assignment) => post);
    expect(posts).toEqual([
      'firstSecretary',
      'deputySecretary',
      'firstSecretary',
      'deputySecretary',
    ]);
  });

  test('are found by person, village, unit and initials', async () => {
    const [one] = (await list('planner')).items as Assignment[];
    if (!one) throw new Error('nothing issued');
    const find = async (q: string) => (await list('planner', `&q=${encodeURIComponent(q)}`)).items;
    expect(await find(one.cadreName)).toContainEqual(one);
    expect(await find(one.villageName)).toContainEqual(one);
    expect(await find(one.unitName)).toContainEqual(one);
    const { body } = await office.as('planner').get(`/api/assignments/${one.id}`);
    expect(body).toEqual(one);
  });

  test('are filtered by township, unit, tier and post', async () => {
    expect(await list('planner', `&townshipIds=${zhengwang}`)).toMatchObject({
      total: 40,
      villages: 28,
    });
    expect(await list('planner', '&post=deputySecretary')).toMatchObject({ total: 72 });
    expect(await list('planner', '&tier=township')).toMatchObject({ total: 111 });
  });
});

describe('who sees which posts', () => {
  test.each([
    ['planner', 255],
    ['office', 255],
    ['inspector', 255],
    ['leader', 255],
    ['officer', 40],
    ['head', 40],
    ['officer2', 28],
    ['evaluator', 0],
  ])('%s sees %i', async (who, total) => {
    expect(await list(who)).toMatchObject({ total });
  });

  test('a unit’s liaison sees the own people only', async () => {
    const { items, total } = await list('liaison');
    expect(total).toBeGreaterThan(0);
    expect(new Set(items.map(({ unitName }: Assignment) => unitName))).toEqual(
      new Set(['区财政局']),
    );
  });

  test.each(['admin', 'auditor'])('%s may not ask', async (who) => {
    expect((await office.as(who).get('/api/assignments')).status).toBe(403);
    const file = await office.as(who).get('/api/assignments/dispatch-list.xlsx');
    expect(file.status).toBe(403);
  });

  test('another township’s post is not found', async () => {
    const { items } = await list('officer2');
    const foreign = await office.as('officer').get(`/api/assignments/${items[0].id}`);
    expect(foreign.status).toBe(404);
    expect((await office.as('officer2').get(`/api/assignments/${items[0].id}`)).status).toBe(200);
  });
});

describe('the lists in the office’s form', () => {
  async function open(reply: TestReply) {
    expect(reply.status).toBe(200);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(reply.raw as unknown as Parameters<typeof workbook.xlsx.load>[0]);
    const [sheet] = workbook.worksheets;
    if (!sheet) throw new Error('no sheet');
    const texts = (at: number) =>
      Array.from(
        { length: sheet.columnCount },
        (_, column) => sheet.getRow(at).getCell(column + 1).text,
      );
    return { sheet, texts, name: decodeURIComponent(String(reply.headers['content-disposition'])) };
  }

  test('选派名册 of the district: title, note, headings, 255 rows, totals', async () => {
    const path = `/api/assignments/dispatch-list.xlsx?batchId=${batchId}`;
    const { sheet, texts, name } = await open(await office.as('planner').download(path));
    expect(name).toContain('全区选派名册 2015-04-24.xlsx');
    expect(texts(1)[0]).toBe('全区选派机关干部到村任职“第一书记”名册');
    expect(texts(2)[0]).toContain('共255名，183个村');
    expect(texts(3)).toEqual([
      '序号',
      '镇街（园区）',
      '村',
      '村类型',
      '任职职务',
      '姓名',
      '性别',
      '出生年月',
      '单位及职务',
      '职级',
      '任职方式',
      '任职起',
      '任职止',
    ]);
    expect(sheet.rowCount).toBe(3 + 255 + 1);
    expect(texts(259).join()).toContain('第一书记183、副书记72');
  });

  test('an officer’s 选派名册 holds the own township, whatever is asked for', async () => {
    const path = '/api/assignments/dispatch-list.xlsx';
    const { sheet, texts, name } = await open(await office.as('officer').download(path));
    expect(name).toContain('郑旺镇选派名册');
    expect(texts(1)[0]).toContain('郑旺镇');
    expect(sheet.rowCount).toBe(3 + 40 + 1);
  });

  test('of one unit it carries the unit’s name', async () => {
    const unit = await office.db.prisma.unit.findFirstOrThrow({ where: { name: '区财政局' } });
    const path = `/api/assignments/dispatch-list.xlsx?unitIds=${unit.id}`;
    const { texts } = await open(await office.as('planner').download(path));
    expect(texts(1)[0]).toContain('区财政局');
  });

  test('通讯录 has the work telephones in plain', async () => {
    const path = `/api/assignments/telephone-list.xlsx?on=2015-06-01&townshipIds=${zhengwang}`;
    const { texts, name } = await open(await office.as('planner').download(path));
    expect(name).toContain('郑旺镇通讯录 2015-06-01.xlsx');
    const [first] = (await list('planner', `&townshipIds=${zhengwang}`)).items as Assignment[];
    expect(texts(4)).toContain(first?.phone);
    expect(texts(2)[0]).toContain('在任日期：2015-06-01');
  });
});

describe('the order of a list', () => {
  const tables = `assignment a JOIN cadre c ON c.id = a.cadre_id JOIN unit u ON u.id = c.unit_id
    JOIN village v ON v.id = a.village_id JOIN region t ON t.id = v.township_id`;

  test.each([
    ['village', "t.code, v.code, a.post = 'deputySecretary'"],
    ['-village', "t.code DESC, v.code DESC, (a.post = 'deputySecretary') DESC"],
    ['unit', 'u.name COLLATE zh_pinyin, c.sort_key'],
    ['-unit', 'u.name COLLATE zh_pinyin DESC, c.sort_key DESC'],
    ['-name', 'c.sort_key DESC'],
    ['startsOn', "a.starts_on, t.code, v.code, a.post = 'deputySecretary'"],
  ])('by %s is that of the registers, on each page and searched', async (sort, order) => {
    const { rows } = await office.db.pool.query<{ id: string; keys: string }>(
      `SELECT a.id, concat_ws('|', c.search_key, u.search_key, v.search_key) AS keys FROM ${tables} ORDER BY ${order}, a.id`,
    );
    const ids = async (query: string) => {
      const { items } = await list('planner', `&sort=${sort}${query}`);
      return items.map(({ id }: Assignment) => id);
    };
    const all = [...(await ids('')), ...(await ids('&page=2'))];
    expect(all).toEqual(rows.map(({ id }) => id));
    const hits = rows.filter(({ keys }) => keys.includes('办公')).map(({ id }) => id);
    expect(hits.length).toBeGreaterThan(1);
    expect(await ids(`&q=${encodeURIComponent('办公')}`)).toEqual(hits);
  });

  test('follows the registers, of a closed batch too, which keeps everything else', async () => {
    const writer = await office.db.pool.connect();
    const drifted = async () => {
      const { rows } = await writer.query(`SELECT a.id FROM ${tables}
        WHERE (a.village_place, a.person_unit, a.person_place)
          IS DISTINCT FROM (t.code || ' ' || v.code, u.name, c.sort_key)`);
      return rows;
    };
    try {
      await writer.query('BEGIN');
      await writer.query(
        `INSERT INTO batch_closing (batch_id, document_number, closed_on, closed_by_name)
          VALUES ($1, '1', '2100-01-01', '甲')`,
        [batchId],
      );
      for (const change of [
        `UPDATE unit SET name = name || '二'`,
        `UPDATE cadre SET sort_key = 'a ' || sort_key`,
        `UPDATE cadre SET unit_id = (SELECT min(id::text)::uuid FROM unit)`,
        `UPDATE region SET code = '5' || substr(code, 2) WHERE level = 'township'`,
        `UPDATE village SET township_id = (SELECT min(id::text)::uuid FROM region WHERE level = 'township')`,
        `UPDATE village SET place = 'here'`,
        `UPDATE assignment SET village_place = 'a', person_unit = 'b', person_place = 'c'`,
      ]) {
        await writer.query(change);
        expect([change, await drifted()]).toEqual([change, []]);
      }
      const renumbered = writer.query(`UPDATE assignment SET document_number = '2'`);
      await expect(renumbered).rejects.toThrow('the batch is closed');
    } finally {
      await writer.query('ROLLBACK');
      writer.release();
    }
  });
});
