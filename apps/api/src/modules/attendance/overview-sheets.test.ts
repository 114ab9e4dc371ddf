import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addRow,
  addSheet,
  confirmSheet,
  type PostRow,
  postsOfTownship,
} from '../../lib/attendance/testing-rows.ts';
import { day, startTestApp, type TestApp } from '../../testing.ts';

let office: TestApp;
let post: PostRow;

beforeAll(async () => {
  office = await startTestApp('issued', day('2015-07-08'));
  const [first] = await postsOfTownship(office.db.pool);
  if (!first) throw new Error('the sample has no post');
  post = first;
  const sheet = await addSheet(office.db.pool, post.townshipId, '2015-06');
  const marks = { 1: 33, 2: 1, 3: 1 + 32 * 4 };
  await addRow(office.db.pool, sheet, post, { first: '2015-06-01', last: '2015-06-30', marks });
  await confirmSheet(office.db.pool, sheet);
});
afterAll(() => office.close());

/** The texts of a sheet's rows, from the headings on. */
async function read(url: string): Promise<string[][]> {
  const reply = await office.as('planner').download(url);
  expect(reply.status).toBe(200);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(reply.raw as unknown as ExcelJS.Buffer);
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow((row) => {
    rows.push((row.values as unknown[]).slice(1).map((value) => String(value ?? '')));
  });
  return rows.slice(rows.findIndex(([first]) => first === '序号'));
}

test('the townships’ month has a line each and a sum', async () => {
  const [headings, ...lines] = await read('/api/attendance/months.xlsx?month=2015-06');
  expect(headings?.slice(1, 4)).toEqual(['镇街（园区）', '状态', '干部（名）']);
  const states = lines.map(([, , state]) => state);
  expect(states.filter((state) => state === '已确认').length).toBe(1);
  expect(states.filter((state) => state === '草稿').length).toBe(9);
  expect(lines.filter((line) => line.includes('逾期未报送')).length).toBe(9);
  const total = lines.find(([, name]) => name === '合计');
  const sum = lines
    .filter(([, name]) => name !== '合计')
    .reduce((all, line) => all + Number(line[3]), 0);
  expect(total?.[3]).toBe(String(sum));
});

test('the district’s month has everybody’s signs', async () => {
  const [headings, ...lines] = await read('/api/attendance/district/2015-06.xlsx');
  expect(headings?.slice(7, 9)).toEqual(['1', '2']);
  const posts = await office.db.prisma.assignment.count({ where: { state: 'inForce' } });
  expect(lines.length).toBe(posts);
  const cadre = await office.db.prisma.cadre.findUniqueOrThrow({ where: { id: post.cadreId } });
  const own = lines.find((line) => line[3] === cadre.name);
  expect(own?.slice(7, 10)).toEqual(['√', '△', '√/机']);
  expect(own?.[12]).toBe('休');
});

test('only those who look over the district take them away', async () => {
  for (const username of ['officer', 'head', 'liaison']) {
    const reply = await office.as(username).get('/api/attendance/months.xlsx?month=2015-06');
    expect(reply.status).toBe(403);
  }
});
