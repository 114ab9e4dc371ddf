import { toDate } from '@xuanpai/database/dates';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeSheet } from '../../lib/sheet/write-sheet.ts';
import { day, type TestReply } from '../../testing.ts';
import { accepted } from '../../testing-plans.ts';
import { addCadre, type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';

/** 区财政局 has 甲, replaced on 2015-12-01 by 乙, and 丙 as deputy; 区水利局 has 丁. Today the first year is over. */
let district: SmallDistrict;
const ids: Record<string, string> = {};

async function post(
  name: string,
  given: { unit: string; from: string; to?: string; deputy?: true },
) {
  const { office, units, villages, batchId } = district;
  const unit = given.unit === '水' ? units.区水利局 : units.区财政局;
  const cadreId = await addCadre(office, unit, { name });
  ids[name] = cadreId;
  const villageId = given.unit === '水' ? villages.大尤家村 : villages.养马庄村;
  await office.db.prisma.assignment.create({
    data: {
      ...{ batchId, cadreId, villageId, tier: 'district', kind: 'appointed' },
      post: given.deputy ? 'deputySecretary' : 'firstSecretary',
      startsOn: toDate(day(given.from)),
      endsOn: toDate(day(given.to ?? '2017-05-31')),
      documentNumber: '河组发〔2015〕18号',
    },
  });
}

beforeAll(async () => {
  district = await startSmallDistrict(day('2016-06-20'));
  await post('甲某', { unit: '财', from: '2015-06-01', to: '2015-11-30' });
  await post('乙某', { unit: '财', from: '2015-12-01' });
  await post('丙某', { unit: '财', from: '2015-06-01', deputy: true });
  await post('丁某', { unit: '水', from: '2015-06-01' });
});
afterAll(() => district.office.close());

const as = (user: string) => district.office.as(user);
const codes = ({ body }: TestReply) => body.errors.map(({ code }: { code: string }) => code);
const finance = () => `/api/work-expenses/${district.units.区财政局}`;
const read = async (user = 'liaison', year = 1) =>
  (await as(user).get(`${finance()}?year=${year}`)).body;

const payment = (name: string, amount: string, voucher: string, more: object = {}) => ({
  ...{ batchId: district.batchId, year: 1, cadreId: ids[name], amount, voucher },
  ...{ paidOn: '2015-09-01', payeeKind: 'village', payee: '养马庄村经济合作社' },
  ...{ account: '9136000012345678', ...more },
});
const use = (name: string, amount: string, more: object = {}) => ({
  ...{ batchId: district.batchId, year: 1, cadreId: ids[name], amount, voucher: '记-9' },
  ...{ usedOn: '2015-10-01', purpose: 'travel', content: '往返交通', ...more },
});

test('the six thousand of a place are shared in a year with a replacement, and paid by the liaison', async () => {
  const before = await read();
  const people = before.people.map((one: Record<string, unknown>) => [
    ...[one.cadreName, one.due, one.sharedWith],
  ]);
  expect(people).toEqual([
    ['丙某', '6000.00', []],
    ['甲某', '3000.00', ['乙某']],
    ['乙某', '3000.00', ['甲某']],
  ]);
  expect(before).toMatchObject({ due: '12000.00', outstanding: '12000.00', acts: ['pay', 'use'] });
  accepted(await as('liaison').post(`${finance()}/payments`, payment('甲某', '6000.00', '记-1')));
  const paid = accepted(
    await as('liaison').post(`${finance()}/payments`, payment('丙某', '4000.00', '记-2')),
  ).body;
  // What was paid for 甲某 at the start counts for 乙某 too.
  expect(paid).toMatchObject({ paid: '10000.00', outstanding: '2000.00' });
  const list = (await as('office').get('/api/work-expenses?year=1')).body;
  expect(list.sums).toMatchObject({ due: '18000.00', paid: '10000.00', outstanding: '8000.00' });
  expect(list.items.map((one: { unitName: string }) => one.unitName)).toEqual([
    '区财政局',
    '区水利局',
  ]);
});

test('nothing is used that wasn’t paid, and the sums are the lines’', async () => {
  const used = accepted(await as('liaison').post(`${finance()}/uses`, use('甲某', '2500.50'))).body;
  expect(used).toMatchObject({ used: '2500.50' });
  const more = await as('liaison').post(`${finance()}/uses`, use('乙某', '7499.51'));
  expect([more.status, more.body.detail]).toEqual([422, '使用合计不能多于已拨付合计。']);
  const [first] = (await read()).payments;
  const gone = await as('liaison').delete(
    `/api/work-expense-payments/${first.id}?version=${first.version}`,
  );
  expect(accepted(gone).body.paid).toBe('4000.00');
  accepted(await as('liaison').post(`${finance()}/payments`, payment('甲某', '6000.00', '记-1')));
  const { pool } = district.office.db;
  await expect(pool.query('UPDATE work_expense_account SET paid = paid + 1')).rejects.toThrow(
    'sums of expenses differ',
  );
  await expect(pool.query('UPDATE work_expense_payment SET amount = 1')).rejects.toThrow(
    'lines are taken away',
  );
});

test('twenty payments at once add up', async () => {
  const before = (await read()).paid;
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      as(at % 2 ? 'liaison' : 'office').post(
        `${finance()}/payments`,
        payment('丙某', '1.01', `并-${at}`),
      ),
    ),
  );
  expect(replies.every(({ status }) => status === 201)).toBe(true);
  const after = await read();
  expect(Number(after.paid) - Number(before)).toBeCloseTo(20.2, 6);
  const lines = after.payments.reduce(
    (sum: number, one: { amount: string }) => sum + Number(one.amount),
    0,
  );
  expect(lines.toFixed(2)).toBe(after.paid);
  for (const { id, version, voucher } of after.payments) {
    if (!voucher.startsWith('并')) continue;
    await as('office').delete(`/api/work-expense-payments/${id}?version=${version}`);
  }
  expect((await read()).paid).toBe(before);
});

test('never to a person, nor for somebody elsewhere, nor twice with one voucher', async () => {
  const pay = (body: object) => as('liaison').post(`${finance()}/payments`, body);
  const person = await pay(payment('丙某', '1.00', '记-7', { payee: '丙 某' }));
  expect([person.status, codes(person)]).toEqual([422, ['personalAccount']]);
  const other = await pay(payment('丁某', '1.00', '记-7', { paidOn: '2016-07-01' }));
  expect([other.status, codes(other)]).toEqual([400, ['notInPost', 'ahead']]);
  const early = await pay(payment('丙某', '1.00', '记-7', { paidOn: '2015-04-23' }));
  expect([early.status, codes(early)]).toEqual([400, ['tooEarly']]);
  expect((await pay(payment('丙某', '1.00', '记-2'))).status).toBe(409);
});

test('a person’s name is refused alike to the unit and the office, on the register or not', async () => {
  await addCadre(district.office, district.units.区水利局, { name: '戊某某' });
  for (const user of ['liaison', 'office']) {
    for (const payee of ['戊某某', '己某某']) {
      const body = payment('丙某', '0.01', `名-${payee}`, { payee });
      const reply = await as(user).post(`${finance()}/payments`, body);
      expect([reply.status, codes(reply)], `${user} ${payee}`).toEqual([422, ['personalAccount']]);
    }
  }
});

test('the own unit only', async () => {
  const water = `/api/work-expenses/${district.units.区水利局}`;
  expect((await as('liaison').get(`${water}?year=1`)).status).toBe(404);
  const body = payment('丁某', '6000.00', '记-3');
  expect((await as('liaison').post(`${water}/payments`, body)).status).toBe(404);
  accepted(await as('office').post(`${water}/payments`, body));
  const { items } = (await as('liaison').get('/api/work-expenses?year=1')).body;
  expect(items).toHaveLength(1);
  for (const user of ['officer', 'head', 'evaluator', 'inspector', 'admin']) {
    expect((await as(user).get('/api/work-expenses')).status).toBe(403);
  }
  expect((await as('leader').post(`${water}/payments`, body)).status).toBe(403);
});

const headings = ['单位', '姓名', '拨付日期', '金额（元）', '户名', '账号', '凭证号'];

async function imported(lines: string[][]) {
  const bytes = await writeSheet({
    ...{ sheetName: '拨付', title: '工作经费拨付表' },
    columns: headings.map((heading) => ({ heading, kind: 'text' })),
    rows: lines,
  });
  return as('office').upload('/api/imports', { kind: 'workExpenses' }, 'a.xlsx', bytes);
}

test('the finance office’s sheet comes in line by line, and never twice', async () => {
  const line = (...cells: string[]) => [...cells];
  const good = line(
    '区水利局',
    '丁某',
    '2015-10-01',
    '100.50',
    '大尤家村',
    '9136000087654321',
    '财-1',
  );
  const wrong = await imported([
    ...[good, line('区水利局', '甲某', '2015-10-01', '0', '丁某', '12', '财-2')],
    // What can't be read hides nothing of what can.
    line('某局', '甲某', '2015-10-01', 'abc', '丁某', '9136000087654321', '财-3'),
  ]);
  expect(wrong.body.problems.map(({ code }: { code: string }) => code).sort()).toEqual([
    ...['accountMalformed', 'moneyUnreadable', 'notInPost', 'notPositive'],
    ...['personalAccount', 'personalAccount', 'unitUnknown'],
  ]);
  const reply = accepted(await imported([good]));
  expect(reply.body.counts).toMatchObject({ new: 1, wrong: 0 });
  accepted(await as('office').post(`/api/imports/${reply.body.id}/commit`));
  const path = `/api/work-expenses/${district.units.区水利局}?year=1`;
  const { payments } = (await as('office').get(path)).body;
  expect(payments.at(-1)).toMatchObject({
    amount: '100.50',
    voucher: '财-1',
    payeeKind: 'village',
  });
  expect((await imported([good])).body.counts).toMatchObject({ new: 0, unchanged: 1 });
  expect((await as('liaison').upload('/api/imports', {}, 'a.xlsx', Buffer.from(''))).status).toBe(
    403,
  );
});

test('a year that is over is closed with what is due frozen, and opened again', async () => {
  const year = { batchId: district.batchId, year: 1 };
  const early = await as('office').post(`${finance()}/close`, { ...year, year: 2, note: '提前' });
  expect(codes(early)).toContain('notOver');
  expect(codes(await as('office').post(`${finance()}/close`, year))).toEqual(['required']);
  const closed = accepted(
    await as('office').post(`${finance()}/close`, { ...year, note: '余款并入第二年拨付' }),
  ).body;
  expect(closed).toMatchObject({ closedByName: 'office某', acts: ['reopen'] });
  const refused = await as('liaison').post(
    `${finance()}/payments`,
    payment('丙某', '1.00', '记-8'),
  );
  expect([refused.status, refused.body.detail]).toEqual([
    422,
    '该单位这一年的工作经费已办结；要改请先重新打开。',
  ]);
  // Whatever is found out about posts afterwards, a closed year stays.
  await district.office.db.prisma.assignment.updateMany({
    where: { cadreId: ids.乙某 ?? '' },
    data: { startsOn: toDate(day('2016-03-01')) },
  });
  const frozen = (await read()).people.find(
    (one: { cadreName: string }) => one.cadreName === '乙某',
  );
  expect(frozen.due).toBe('3000.00');
  const reopened = accepted(
    await as('planner').post(`${finance()}/reopen`, { ...year, reason: '补登一笔' }),
  ).body;
  expect(reopened.closedAt).toBeNull();
  expect(reopened.due).toBe('12000.00');
  const file = await as('office').download('/api/work-expenses.xlsx?year=1');
  expect(file.status).toBe(200);
});
