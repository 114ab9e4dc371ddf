import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { auditEntityWords } from '@xuanpai/contracts/audit-entity-words';
import { auditActionWords } from '@xuanpai/contracts/audit-words';
import { permissions } from '@xuanpai/contracts/permissions';
import { isPolicyKey } from '@xuanpai/domain/policy/template';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../lib/actor.ts';
import { record } from '../../lib/audit.ts';
import { parseWorkbook } from '../../lib/sheet/parse-workbook.ts';
import { writeAs } from '../../lib/write.ts';
import { startTestApp, type TestApp } from '../../testing.ts';
import { addPerson } from '../../testing-sign-in.ts';

const village = '01890a5d-ac96-774b-bcce-b302099a8057';

let office: TestApp;
beforeAll(async () => {
  office = await startTestApp('empty');
  for (const role of ['auditor', 'admin', 'planner'] as const) {
    await addPerson(office, role, { roles: [{ role }] });
  }
  await act('village.create', '王晓东', { name: '=大尤家村' }, village);
  await act('import.commit', '王晓东', { kind: 'villages' }, null, 120);
  await act('unit.update', '李广文', { name: '区财政局' }, null);
});
afterAll(() => office.close());

function act(
  action: string,
  name: string,
  params: Record<string, string>,
  entityId: string | null,
  rows = 0,
) {
  return writeAs(office.deps, { ...systemActor, name }, async (tx) => {
    const changes = Array.from({ length: rows }, (_, i) => ({
      entity: 'village',
      entityId: i === 7 ? village : `row-${i}`,
      before: i === 0 ? null : { households: i },
      after: { households: i + 1 },
    }));
    record(tx, { action, entity: 'village', entityId, params, changes });
  });
}

const log = async (query = '') => (await office.as('auditor').get(`/api/audit${query}`)).body;
const actionsOf = (body: { items: { action: string }[] }) => body.items.map(({ action }) => action);

describe('the log', () => {
  test('shows the newest first, with who, what, and how many rows changed', async () => {
    const { items, total, actions } = await log('?pageSize=200');
    expect(items[0].action).toBe('auth.signIn');
    expect(total).toBe(items.length);
    expect(actions).toEqual([...new Set(actionsOf({ items }))].sort());
    expect(
      items.find(({ action }: { action: string }) => action === 'import.commit'),
    ).toMatchObject({
      userName: '王晓东',
      changes: 120,
      params: { kind: 'villages' },
      entityId: null,
    });
    expect((await log('?sort=seq&pageSize=1')).items[0].seq).toBe(1);
  });

  test('is filtered by act, person, row, word and day', async () => {
    expect(actionsOf(await log('?action=unit.update'))).toEqual(['unit.update']);
    expect(actionsOf(await log(`?userName=${encodeURIComponent('李广')}`))).toEqual([
      'unit.update',
    ]);
    // The row's own act, and the import that changed it among others.
    expect(actionsOf(await log(`?entityId=${village}`))).toEqual([
      'import.commit',
      'village.create',
    ]);
    expect(actionsOf(await log(`?q=${encodeURIComponent('财政')}`))).toEqual(['unit.update']);
    expect((await log('?to=2015-04-24')).total).toBe(0);
    const day = new Date().toLocaleDateString('sv-SE');
    expect((await log(`?from=${day}&to=${day}`)).total).toBe((await log()).total);
    expect((await log('?from=2099-01-01')).total).toBe(0);
  });

  test('an entry shows its rows before and after, page by page', async () => {
    const [{ seq }] = (await log('?action=import.commit')).items;
    const first = (await office.as('auditor').get(`/api/audit/${seq}`)).body;
    expect(first).toMatchObject({ entry: { seq, action: 'import.commit' }, total: 120 });
    expect(first.changes).toHaveLength(50);
    expect(first.changes[0]).toMatchObject({ before: null, after: { households: 1 } });
    const third = (await office.as('auditor').get(`/api/audit/${seq}?page=3`)).body;
    expect(third.changes).toHaveLength(20);
    expect(third.changes[19]).toMatchObject({ entityId: 'row-119', before: { households: 119 } });
  });

  test('an entry that is not there is not found; a number that is none is refused', async () => {
    expect((await office.as('auditor').get('/api/audit/999999')).status).toBe(404);
    expect((await office.as('auditor').get('/api/audit/99999999999')).status).toBe(400);
    expect((await office.as('auditor').get('/api/audit/x')).status).toBe(400);
  });
});

describe('checking the chain', () => {
  test('says that nothing was changed, and stands in the log itself', async () => {
    const before = (await log()).total;
    const { status, body } = await office.as('auditor').post('/api/audit/verify');
    expect(status).toBe(200);
    expect(body).toMatchObject({ entries: before, firstBroken: null });
    expect(body.lastHash).toMatch(/^[0-9a-f]{64}$/);
    const [entry] = (await log()).items;
    expect(entry).toMatchObject({ action: 'audit.verify', params: { entries: before } });
  });

  test('names the first entry that was changed by hand', async () => {
    await act('unit.update', '李广文', { name: '区水利局' }, null);
    const [{ seq }] = (await log('?action=unit.update')).items;
    const forge = (name: string) =>
      office.db.pool.query(`SET session_replication_role = replica;
        UPDATE audit_entry SET user_name = '${name}' WHERE seq = ${Number(seq)};
        SET session_replication_role = origin`);
    await forge('别人');
    const { body } = await office.as('auditor').post('/api/audit/verify');
    expect(body).toMatchObject({ firstBroken: seq, entries: seq - 1 });
    await forge('李广文');
    expect((await office.as('auditor').post('/api/audit/verify')).body.firstBroken).toBeNull();
  });
});

test('the workbook holds what is filtered, in words, text staying text', async () => {
  const { raw, status } = await office
    .as('auditor')
    .download('/api/audit.xlsx?q=%E5%A4%A7%E5%B0%A4');
  expect(status).toBe(200);
  const { sheets } = await parseWorkbook(raw, 'a.xlsx');
  const [row, ...others] = sheets[0]?.rows.slice(3) ?? [];
  expect(others).toEqual([]);
  expect(row?.slice(2, 7).map((cell) => cell?.text)).toEqual([
    '王晓东',
    '登记村',
    '村',
    '=大尤家村',
    village,
  ]);
  expect((await log()).items[0]).toMatchObject({ action: 'audit.export', params: { entries: 1 } });
});

test.each(['admin', 'planner'])('%s reads nothing of the log', async (username) => {
  const caller = office.as(username);
  const replies = await Promise.all([
    caller.get('/api/audit'),
    caller.get('/api/audit/1'),
    caller.get('/api/audit.xlsx'),
    caller.post('/api/audit/verify'),
  ]);
  expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
});

describe('words', () => {
  const source = resolve(import.meta.dirname, '../..');
  const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('testing'),
    )
    .map((file) => readFileSync(join(source, file), 'utf8'))
    .join('\n');

  test('every act that the code records has words in both languages', () => {
    const resources = Object.keys(auditEntityWords).concat('auth', 'policy', 'coverage').join('|');
    const found = [...code.matchAll(new RegExp(`'((?:${resources})\\.[a-z][A-Za-z]+)'`, 'g'))]
      .map(([, action = '']) => action)
      // Permissions, parameters of the policy and fields are spelt in the same way.
      .filter((action) => !Object.hasOwn(permissions, action) && !isPolicyKey(action))
      .filter((action) => action !== 'cadre.unitId');
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter((action) => !auditActionWords[action])).toEqual([]);
  });

  test('no act of the code has a name that this test would miss', () => {
    const named = [...code.matchAll(/\baction: '([^']+)'/g)].map(([, action = '']) => action);
    const known = named.filter((action) => action !== 'deny');
    expect(known.filter((action) => !auditActionWords[action])).toEqual([]);
  });

  test('every kind of row that the code records has words', () => {
    const named = [...code.matchAll(/\bentity: '([^']+)'/g)].map(([, entity = '']) => entity);
    expect(named.length).toBeGreaterThan(10);
    // `entity: 'text'` is the type of a column.
    const known = named.filter((entity) => entity !== 'text');
    expect(known.filter((entity) => !auditEntityWords[entity])).toEqual([]);
  });
});
