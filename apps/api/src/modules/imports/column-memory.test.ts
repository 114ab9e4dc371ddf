import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestReply } from '../../testing.ts';
import { type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';
import { addPerson } from '../../testing-sign-in.ts';
import { csv } from './testing-sheets.ts';

let district: SmallDistrict;
beforeAll(async () => {
  district = await startSmallDistrict();
  await addPerson(district.office, 'planner2', { roles: [{ role: 'planner' }] });
});
afterAll(() => district.office.close());
beforeEach(() => district.office.db.prisma.columnMapping.deleteMany());

interface Column {
  index: number;
  heading: string;
  field: string | null;
  remembered: boolean;
}

const sheet = (...headings: string[]) =>
  csv([headings, headings.map((_, at) => (at === 0 ? '区财政局' : '事业单位'))]);

function upload(person: string, headings: string[], fields: object = { kind: 'units' }) {
  const caller = district.office.as(person);
  return caller.upload('/api/imports', { ...fields }, 'units.csv', sheet(...headings));
}

function column(reply: TestReply, heading: string) {
  const columns = reply.body.columns as Column[];
  const { index, field, remembered } = columns.find((one) => one.heading === heading) as Column;
  return { index, field, remembered };
}

async function map(person: string, reply: TestReply, heading: string, field: string | null) {
  const columns = [{ index: column(reply, heading).index, field }];
  const body = { columns, version: reply.body.version };
  return district.office.as(person).patch(`/api/imports/${reply.body.id}`, body);
}

describe('a column that was mapped by hand', () => {
  it('is taken for the same at the next upload, however its heading is spaced', async () => {
    const first = await upload('planner', ['单位名称', '单位性质', '归口(条线)']);
    expect(column(first, '归口(条线)')).toMatchObject({ field: null, remembered: false });
    const mapped = await map('planner', first, '归口(条线)', 'note');
    expect(column(mapped, '归口(条线)')).toMatchObject({ field: 'note', remembered: false });

    const next = await upload('planner', ['单位性质', ' 归口 （条线）＊', '单位名称'], {});
    expect(column(next, ' 归口 （条线）＊')).toMatchObject({ field: 'note', remembered: true });
    expect(column(next, '单位名称')).toMatchObject({ field: 'name', remembered: false });
  });

  it('stays out when it was put out', async () => {
    const first = await upload('planner', ['单位名称', '单位性质', '备注']);
    await map('planner', first, '备注', null);
    const next = await upload('planner', ['单位名称', '单位性质', '备注']);
    expect(column(next, '备注')).toMatchObject({ field: null, remembered: true });
  });

  it('can be changed: what was said last counts, and two headings don’t get one field', async () => {
    const headings = ['单位名称', '单位性质', '归口', '条线'];
    const first = await upload('planner', headings);
    const second = await map('planner', first, '归口', 'note');
    await map('planner', second, '条线', 'note');
    const next = await upload('planner', headings);
    expect(column(next, '归口')).toMatchObject({ field: null, remembered: false });
    expect(column(next, '条线')).toMatchObject({ field: 'note', remembered: true });
    const again = await map('planner', next, '条线', 'superior');
    expect(column(again, '条线')).toMatchObject({ field: 'superior', remembered: false });
    const last = await upload('planner', headings);
    expect(column(last, '归口').field).toBe('note');
    expect(column(last, '条线').field).toBe('superior');
  });

  it('isn’t guessed where the heading stands twice', async () => {
    const first = await upload('planner', ['单位名称', '单位性质', '归口']);
    await map('planner', first, '归口', 'note');
    const next = await upload('planner', ['单位名称', '单位性质', '归口', '归口']);
    expect((next.body.columns as Column[]).map(({ field }) => field)).toEqual([
      'name',
      'kind',
      null,
      null,
    ]);
  });

  it('keeps its mark when another column is mapped', async () => {
    const headings = ['单位名称', '单位性质', '归口', '条线'];
    await map('planner', await upload('planner', headings), '归口', 'note');
    const next = await map('planner', await upload('planner', headings), '条线', 'superior');
    expect(column(next, '归口')).toMatchObject({ field: 'note', remembered: true });
  });

  it('belongs to the register that it was mapped for', async () => {
    await map('planner', await upload('planner', ['单位名称', '单位性质', '归口']), '归口', 'note');
    const villages = await upload('planner', ['村名', '区划代码', '归口'], { kind: 'villages' });
    expect(column(villages, '归口')).toMatchObject({ field: null, remembered: false });
  });
});

describe('another person', () => {
  it('neither uses, sees nor forgets it', async () => {
    const headings = ['单位名称', '单位性质', '归口'];
    await map('planner', await upload('planner', headings), '归口', 'note');
    const foreign = await upload('planner2', headings);
    expect(column(foreign, '归口')).toMatchObject({ field: null, remembered: false });
    expect((await district.office.as('planner2').get('/api/column-mappings')).body.items).toEqual(
      [],
    );
    expect((await district.office.as('planner2').delete('/api/column-mappings')).status).toBe(204);

    const own = await upload('planner', headings);
    expect(column(own, '归口')).toMatchObject({ field: 'note', remembered: true });
    const seen = await district.office.as('planner2').get(`/api/imports/${own.body.id}`);
    expect(column(seen, '归口')).toMatchObject({ field: 'note', remembered: false });
  });

  it('who maps a colleague’s upload remembers it for themselves', async () => {
    const headings = ['单位名称', '单位性质', '归口'];
    await map('planner2', await upload('planner', headings), '归口', 'note');
    expect(column(await upload('planner', headings), '归口').field).toBeNull();
    expect(column(await upload('planner2', headings), '归口').field).toBe('note');
  });

  it('takes what they chose along when their account goes', async () => {
    const { office } = district;
    await addPerson(office, 'leaver', { roles: [{ role: 'planner' }] });
    const { id } = await office.db.prisma.user.findUniqueOrThrow({ where: { username: 'leaver' } });
    await office.db.prisma.columnMapping.create({
      data: { userId: id, kind: 'units', heading: '归口', field: 'note' },
    });
    await office.db.prisma.user.delete({ where: { id } });
    expect(await office.db.prisma.columnMapping.count()).toBe(0);
  });
});

describe('what was mapped by hand', () => {
  it('is listed in the caller’s language, and forgotten one by one or all at once', async () => {
    const headings = ['单位名称', '单位性质', '归口', '条线'];
    const first = await upload('planner', headings);
    const second = await map('planner', first, '归口', 'note');
    await map('planner', second, '条线', null);
    const planner = district.office.as('planner');
    const listed = () => planner.get('/api/column-mappings');
    expect((await listed()).body.items).toEqual([
      { kind: 'units', heading: '归口', field: 'note', label: '备注' },
      { kind: 'units', heading: '条线', field: null, label: null },
    ]);
    const one = new URLSearchParams({ kind: 'units', heading: '归口' });
    expect((await planner.delete(`/api/column-mappings?${one}`)).status).toBe(204);
    expect((await listed()).body.items).toMatchObject([{ heading: '条线' }]);
    expect(column(await upload('planner', headings), '归口').field).toBeNull();
    expect((await planner.delete('/api/column-mappings')).status).toBe(204);
    expect((await listed()).body.items).toEqual([]);
  });

  it('never holds an ID number', async () => {
    const heading = '归口371399198005060019';
    const first = await upload('planner', ['单位名称', '单位性质', heading]);
    const masked = (first.body.columns as Column[])[2]?.heading ?? '';
    await map('planner', first, masked, 'note');
    const kept = await district.office.db.prisma.columnMapping.findMany();
    expect(JSON.stringify(kept)).not.toContain('371399198005060019');
    const next = await upload('planner', ['单位名称', '单位性质', heading]);
    expect(column(next, masked)).toMatchObject({ field: 'note', remembered: true });
  });
});
