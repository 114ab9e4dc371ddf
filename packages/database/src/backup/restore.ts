import type pg from 'pg';
import { checksumsOf, migrateWithin, readMigrations, withMigrationLock } from '../migrate.ts';
import { readArchive } from './archive.ts';
import { rowsOf, Sum, sameText } from './copy.ts';
import { takeFiles } from './files.ts';
import { loadRows } from './load.ts';
import { type Header, readHeader, type Table, type TableSum } from './manifest.ts';
import { problems } from './problems.ts';
import { lighten, restoreStructure } from './structure.ts';
import { dropEverything, filledTables, otherConnections, quoted, tablesOf } from './tables.ts';

export interface RestoreOptions {
  readonly url: string;
  readonly file: string;
  readonly passphrase: string;
  /** `prisma/migrations`. */
  readonly migrations: string;
  /** Where the files of the rows belong. What is there already stays. */
  readonly filesFolder: string;
  /** Also into a database that holds data, which is lost. */
  readonly replace: boolean;
  /**
   * Judges and finishes the restored data before it counts; what it throws undoes everything. Runs
   * with the tables as this version has them.
   */
  readonly finish: (client: pg.Client, header: Header) => Promise<void>;
  readonly onTable?: (sum: TableSum) => void;
}

export interface Restored {
  readonly header: Header;
  readonly tables: readonly TableSum[];
  /** Migrations that the backup didn't have yet. */
  readonly upgraded: readonly string[];
  /** Tables of the backup that aren't the application's. */
  readonly leftOut: readonly string[];
}

/**
 * Puts a backup into a database in one transaction: whatever fails, the database stays as it was. The
 * structure is made by the migrations that the backup had, the rows are loaded, checked by every
 * constraint and compared with the backup's counts and digests, and then brought to this version.
 */
export function restore(options: RestoreOptions): Promise<Restored> {
  return withMigrationLock(options.url, async (client) => {
    try {
      await client.query('BEGIN');
      const restored = await restoreWithin(client, options);
      await client.query('COMMIT');
      await client.query('ANALYZE');
      return restored;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {});
      throw error;
    }
  });
}

async function restoreWithin(client: pg.Client, options: RestoreOptions): Promise<Restored> {
  const { file, passphrase, migrations } = options;
  await client.query(sameText);
  await refuseUnlessFree(client, options.replace);
  const parts = readArchive(file, passphrase);
  try {
    const first = await parts.next();
    const header = readHeader(file, first.done ? undefined : first.value);
    const tables = await makeStructure(client, header, migrations);
    const lightened = await lighten(client);
    // A migration may have put in rows of its own.
    await client.query(`TRUNCATE ${tables.map(({ name }) => quoted(name)).join(', ')}`);
    const rows = takeFiles(file, parts, options.filesFolder);
    const sums = await loadRows(client, file, tables, rows);
    await restoreStructure(client, lightened);
    for (const table of tables) {
      const sum = sums.get(table.name);
      if (!sum) throw problems.damaged(file, table.name);
      await compare(client, table, sum);
      options.onTable?.(sum);
    }
    const upgraded = await migrateWithin(client, migrations);
    await options.finish(client, header);
    const leftOut = header.tables.filter((table) => !tables.includes(table));
    return {
      header,
      tables: [...sums.values()],
      upgraded,
      leftOut: leftOut.map(({ name }) => name),
    };
  } finally {
    await parts.return(undefined);
  }
}

async function refuseUnlessFree(client: pg.Client, replace: boolean) {
  const connections = await otherConnections(client);
  if (connections > 0) throw problems.inUse(connections);
  const filled = await filledTables(client);
  if (filled.length > 0 && !replace) throw problems.notEmpty(filled);
}

/** Makes the tables as they were when the backup was made, and gives those to be filled. */
async function makeStructure(client: pg.Client, header: Header, directory: string) {
  const ours = new Map((await readMigrations(directory)).map((one) => [one.name, one]));
  for (const { name, checksum } of header.migrations) {
    const migration = ours.get(name);
    if (!migration) throw problems.newerBackup(header.version, name);
    if (!checksumsOf(migration.sql).includes(checksum)) throw problems.otherMigration(name);
  }
  await dropEverything(client);
  await migrateWithin(client, directory, new Set(header.migrations.map(({ name }) => name)));
  return sharedTables(header, await tablesOf(client));
}

/** A table that no migration makes is somebody else's, and left out. */
function sharedTables(header: Header, made: readonly Table[]): Table[] {
  return header.tables.flatMap((table) => {
    const found = made.find(({ name }) => name === table.name);
    if (!found) return [];
    const same =
      found.columns.length === table.columns.length &&
      table.columns.every((column) => found.columns.includes(column));
    if (!same) throw problems.differs(table.name, '列 columns');
    return [table];
  });
}

/** Reads the rows back: what a trigger or a type made of them shows, too. */
async function compare(client: pg.Client, table: Table, expected: TableSum) {
  const sum = new Sum();
  for await (const chunk of rowsOf(client, table)) sum.add(chunk);
  const found = sum.of(table.name);
  if (found.rows !== expected.rows) throw problems.differs(table.name, '行数 rows');
  if (found.sha256 !== expected.sha256) throw problems.differs(table.name, '内容 digest');
}
