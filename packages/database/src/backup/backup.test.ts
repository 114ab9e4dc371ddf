import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing.ts';
import { backup } from './backup.ts';
import { checkBackup, headerIn } from './check.ts';
import { type RestoreOptions, restore } from './restore.ts';

const product = resolve(import.meta.dirname, '../../../../prisma/migrations');
const passphrase = 'long enough 口令';
const keys = [{ kind: 'data', id: 'k1', check: null }] as const;

let source: TestDatabase;
let target: TestDatabase;
let folder: string;
let file: string;
beforeEach(async () => {
  source = await createTestDatabase();
  target = await createTestDatabase('template0');
  folder = await mkdtemp(join(tmpdir(), 'xuanpai-backup-'));
  file = join(folder, 'a.tar.gz.age');
  await ask(source, district);
});
afterEach(async () => {
  await source.drop();
  await target.drop();
  await rm(folder, { recursive: true });
});

/** Rows that point at each other, at themselves, and hold what COPY has to escape. */
const district = String.raw`
  INSERT INTO region (id, code, name, level, parent_id) VALUES
    ('00000000-0000-7000-8000-000000000001', '371300002000', '', 'township', '00000000-0000-7000-8000-000000000002'),
    ('00000000-0000-7000-8000-000000000002', '371300000000', E'河东区\t\\N\\\n', 'district', NULL);
  INSERT INTO unit (id, name, kind, strengths, search_key) VALUES
    ('00000000-0000-7000-8000-000000000003', '区财政局', 'partyGovernment', '{funding,industry}', '');
  INSERT INTO setting VALUES ('a', '{"text": "引号\"\\"}');
  INSERT INTO audit_entry (seq, at, user_name, action, entity, params, previous_hash, hash)
    VALUES (1, '2015-04-24 16:30:00.250123+08', '系统', 'test', 'test', '{}', '', 'h')`;

async function ask(database: TestDatabase, sql: string) {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function make(url = source.url) {
  const neededKeys = async () => [...keys];
  const filesFolder = join(folder, 'files');
  return backup({
    url,
    file,
    passphrase,
    workFactor: 8,
    version: '1.0.0',
    neededKeys,
    filesFolder,
  });
}

function put(options: Partial<RestoreOptions> = {}) {
  return restore({
    url: target.url,
    file,
    passphrase,
    migrations: product,
    replace: false,
    filesFolder: join(folder, 'restored'),
    finish: async () => {},
    ...options,
  });
}

/** Everything that the migrations make, and the rows of a few tables. */
async function everything(database: TestDatabase) {
  const structure = `SELECT conname AS name, conrelid::regclass::text AS of, pg_get_constraintdef(oid) AS is FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT indexname, tablename, indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT tgname, tgrelid::regclass::text, tgenabled::text || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT proname, '', prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prolang <> 13
    ORDER BY 2, 1, 3`;
  return {
    structure: await ask(database, structure),
    regions: await ask(database, 'SELECT * FROM region'),
    units: await ask(database, 'SELECT * FROM unit'),
    settings: await ask(database, 'SELECT * FROM setting'),
    entries: await ask(database, 'SELECT at::text, user_name FROM audit_entry'),
    migrations: await ask(database, 'SELECT * FROM _prisma_migrations ORDER BY migration_name'),
  };
}

describe('a backup', () => {
  it('holds every table, says what it holds, and has no keys', async () => {
    const { tables: sums } = await make();
    const checked = await checkBackup(file, passphrase);
    expect(checked.tables).toEqual(sums);
    expect(checked.header).toMatchObject({ version: '1.0.0', keys });
    expect(Object.fromEntries(sums.map(({ name, rows }) => [name, rows]))).toMatchObject({
      region: 2,
      unit: 1,
      audit_entry: 1,
      cadre: 0,
    });
    expect(await headerIn(file, passphrase)).toEqual(checked.header);
  });

  it('can be opened with its passphrase only', async () => {
    await make();
    expect((await readFile(file)).includes('财政局')).toBe(false);
    const opened = checkBackup(file, 'another passphrase');
    await expect(opened).rejects.toMatchObject({ code: 'wrongPassphrase' });
  });

  it('is refused when it is cut off anywhere or changed anywhere', async () => {
    await make();
    const whole = await readFile(file);
    const cuts = [whole.length - 1, whole.length - 17, Math.floor(whole.length / 2), 250, 30, 0];
    for (const length of cuts) {
      await writeFile(file, whole);
      await truncate(file, length);
      await expect(checkBackup(file, passphrase), String(length)).rejects.toMatchObject({
        name: 'StartProblem',
      });
    }
    for (const at of [whole.length - 1, Math.floor(whole.length / 2)]) {
      const changed = Buffer.from(whole);
      changed.writeUInt8((changed.readUInt8(at) + 1) % 256, at);
      await writeFile(file, changed);
      await expect(checkBackup(file, passphrase)).rejects.toMatchObject({ code: 'backupDamaged' });
    }
  });

  it('is not made of a database that nothing was ever in', async () => {
    await expect(make(target.url)).rejects.toMatchObject({ code: 'nothingToBackUp' });
  });
});

describe('a restore', () => {
  it('gives an empty database the same rows, constraints, indexes and triggers', async () => {
    await make();
    await put();
    expect(await everything(target)).toEqual(await everything(source));
    await expect(ask(target, 'DELETE FROM audit_entry')).rejects.toThrow('only grows');
  });

  it('leaves a database that holds data alone, and replaces it when told to', async () => {
    await make();
    const filled = await createTestDatabase();
    await ask(filled, `INSERT INTO setting VALUES ('mine', '1')`);
    await expect(put({ url: filled.url })).rejects.toMatchObject({ code: 'databaseNotEmpty' });
    expect(await ask(filled, 'SELECT key FROM setting')).toEqual([{ key: 'mine' }]);
    await put({ url: filled.url, replace: true });
    expect(await everything(filled)).toEqual(await everything(source));
    await filled.drop();
  });

  it('waits for nobody: a system that runs on the database is to be stopped first', async () => {
    await make();
    const running = new pg.Client({ connectionString: target.url, application_name: 'xuanpai' });
    await running.connect();
    await expect(put({ replace: true })).rejects.toMatchObject({ code: 'databaseInUse' });
    await running.end();
  });

  it('leaves nothing when it fails at its very end', async () => {
    await make();
    const failing = put({ finish: () => Promise.reject(new Error('a key is missing')) });
    await expect(failing).rejects.toThrow('a key is missing');
    expect(
      await ask(target, `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace`),
    ).toEqual([]);
  });

  it('leaves nothing when the file ends in the middle of a table', async () => {
    const rows = `INSERT INTO setting SELECT i, to_jsonb(md5(i::text) || md5((i + 1)::text)) FROM generate_series(1, 30000) i`;
    await ask(source, rows);
    await make();
    await truncate(file, Math.floor((await readFile(file)).length * 0.7));
    await expect(put()).rejects.toMatchObject({ code: 'backupDamaged' });
    expect(await ask(target, "SELECT to_regclass('setting') AS found")).toEqual([{ found: null }]);
  });

  it('names the constraint that rows of the backup break', async () => {
    await ask(source, 'ALTER TABLE region DROP CONSTRAINT region_parent_id_fkey');
    await ask(
      source,
      `UPDATE region SET parent_id = gen_random_uuid() WHERE parent_id IS NOT NULL`,
    );
    await make();
    await expect(put()).rejects.toMatchObject({
      code: 'restoreRefused',
      message: expect.stringContaining('region_parent_id_fkey'),
    });
  });

  it('leaves out what somebody else keeps in the same database', async () => {
    await ask(source, 'CREATE TABLE monitoring (x int); INSERT INTO monitoring VALUES (1)');
    await make();
    expect((await put()).leftOut).toEqual(['monitoring']);
  });
});

describe('attached files', () => {
  const bytes = Buffer.alloc(2_500_000, '照片');
  const digest = createHash('sha256').update(bytes).digest('hex');
  const lost = 'f'.repeat(64);

  beforeEach(async () => {
    const place = join(folder, 'files', digest.slice(0, 2));
    await mkdir(place, { recursive: true });
    await writeFile(join(place, digest), bytes);
    await writeFile(join(place, 'e'.repeat(64)), 'of no row');
    const rows = [digest, digest].map((one, at) => attached(one, at));
    await ask(source, training + rows.join(';'));
  });

  it('go along once, whole, and come back under their digest', async () => {
    const made = await make();
    expect(made.files).toEqual([{ digest, bytes: bytes.length }]);
    expect(await checkBackup(file, passphrase)).toMatchObject({ files: made.files });
    await put();
    const restored = await readdir(join(folder, 'restored'), { recursive: true });
    expect(restored.sort()).toEqual(
      [digest.slice(0, 2), join(digest.slice(0, 2), digest), 'incoming'].sort(),
    );
    const back = await readFile(join(folder, 'restored', digest.slice(0, 2), digest));
    expect(back.equals(bytes)).toBe(true);
  });

  it('that the disk has lost are named, and the rest is backed up', async () => {
    await ask(source, attached(lost, 7));
    expect((await make()).missingFiles).toEqual([lost]);
    expect((await checkBackup(file, passphrase)).missingFiles).toEqual([lost]);
    await put();
  });

  it('are refused when they aren’t what their name says, and nothing is restored', async () => {
    await writeFile(join(folder, 'files', digest.slice(0, 2), digest), 'rot');
    await make();
    await expect(checkBackup(file, passphrase)).rejects.toMatchObject({ code: 'backupDamaged' });
    await expect(put()).rejects.toMatchObject({ code: 'backupDamaged' });
    expect(await ask(target, "SELECT to_regclass('attachment') AS found")).toEqual([
      { found: null },
    ]);
    expect(await readdir(join(folder, 'restored', 'incoming'))).toEqual([]);
  });
});

const training = `INSERT INTO batch (id, name, date, starts_on, ends_on)
    VALUES ('00000000-0000-7000-8000-00000000000a', '第二批', '2015-04-24', '2015-06-01', '2017-05-31');
  INSERT INTO training (id, batch_id, level, topic, place, starts_on, ends_on, hours, teachers, entered_by_name, search_key)
    VALUES ('00000000-0000-7000-8000-00000000000b', '00000000-0000-7000-8000-00000000000a', 'district',
      '培训', '党校', '2015-06-01', '2015-06-01', 6, '某', '某', '');`;

const attached = (digest: string, at: number) =>
  `INSERT INTO attachment (id, digest, name, type, size, uploaded_by_name, training_id)
    VALUES ('00000000-0000-7000-8000-0000000001${at}0', '${digest}', 'a.jpg', 'jpeg', 1, '某',
      '00000000-0000-7000-8000-00000000000b')`;

describe('another version', () => {
  async function withLater(sql: string) {
    const later = join(folder, 'migrations');
    await cp(product, later, { recursive: true });
    await mkdir(join(later, '29990101000000_later'));
    await writeFile(join(later, '29990101000000_later/migration.sql'), sql);
    return later;
  }

  it('newer than the backup brings it up to date', async () => {
    await make();
    const migrations = await withLater(
      `ALTER TABLE unit ADD COLUMN seat text NOT NULL DEFAULT '区'; UPDATE unit SET seat = name;`,
    );
    expect((await put({ migrations })).upgraded).toEqual(['29990101000000_later']);
    expect(await ask(target, 'SELECT seat FROM unit')).toEqual([{ seat: '区财政局' }]);
  });

  it('older than the backup refuses it and says which version is needed', async () => {
    await make();
    const older = join(folder, 'older');
    await mkdir(older);
    const [first = ''] = (await readdir(product)).sort();
    await cp(join(product, first), join(older, first), { recursive: true });
    await ask(source, 'SELECT 1');
    await expect(put({ migrations: older })).rejects.toMatchObject({
      code: 'backupNewer',
      message: expect.stringContaining('1.0.0'),
    });
    expect(await ask(target, "SELECT to_regclass('unit') AS found")).toEqual([{ found: null }]);
  });
});
