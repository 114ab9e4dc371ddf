import { once } from 'node:events';
import pg from 'pg';
import { type AddPart, type Seal, writeArchive } from './archive.ts';
import { rowsOf, Sum, sameText } from './copy.ts';
import { addFiles, type FilesAdded, filesLock } from './files.ts';
import {
  dataName,
  type FileSum,
  type Header,
  headerName,
  jsonPart,
  manifestName,
  type NeededKey,
  type Table,
  type TableSum,
} from './manifest.ts';
import { problems } from './problems.ts';
import { tablesOf } from './tables.ts';

export interface BackupOptions extends Seal {
  readonly url: string;
  /** Must not be there yet; what is left of it after a failure is the caller's to remove. */
  readonly file: string;
  /** Of the application. */
  readonly version: string;
  /** Reads, in the backup's own snapshot, which keys the data was sealed by. */
  readonly neededKeys: (client: pg.ClientBase) => Promise<NeededKey[]>;
  readonly onTable?: (sum: TableSum) => void;
  /** Where the files of the rows lie. */
  readonly filesFolder: string;
}

export interface BackedUp {
  readonly tables: readonly TableSum[];
  readonly files: readonly FileSum[];
  /** Digests of files that the disk didn't have. */
  readonly missingFiles: readonly string[];
}

/** Bytes of a part; a table's rows are split into parts so that none has to be known to its end. */
const partSize = 1 << 20;

/**
 * Writes everything that the database holds, and the files that its rows name, into one sealed file, as it was at one moment: one
 * read-only snapshot, in which others go on writing. A table at a time passes through as a stream.
 */
export async function backup(options: BackupOptions): Promise<BackedUp> {
  const client = await connect(options.url);
  try {
    // Until the connection ends: what a row of the snapshot names isn't swept meanwhile.
    await client.query('SELECT pg_advisory_lock_shared($1)', [filesLock]);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(sameText);
    const header = await headerOf(client, options);
    const sums: TableSum[] = [];
    let added: FilesAdded = { files: [], missing: [] };
    await writeArchive(options.file, options, async (add) => {
      await add(jsonPart(headerName, header));
      for (const table of header.tables) {
        const sum = await addRows(client, table, add);
        sums.push(sum);
        options.onTable?.(sum);
      }
      added = await addFiles(client, options.filesFolder, add);
      const { files, missing: missingFiles } = added;
      await add(jsonPart(manifestName, { tables: sums, files, missingFiles }));
    });
    await client.query('COMMIT');
    return { tables: sums, files: added.files, missingFiles: added.missing };
  } finally {
    await close(client);
  }
}

async function headerOf(
  client: pg.ClientBase,
  { version, neededKeys }: BackupOptions,
): Promise<Header> {
  const tables = await tablesOf(client);
  if (!tables.some(({ name }) => name === '_prisma_migrations')) throw problems.neverUsed();
  const { rows: migrations } = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
     WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return {
    format: 'xuanpai-backup-1',
    version,
    madeAt: new Date().toISOString(),
    migrations,
    tables,
    keys: await neededKeys(client),
  };
}

async function addRows(client: pg.ClientBase, table: Table, add: AddPart): Promise<TableSum> {
  const sum = new Sum();
  let number = 0;
  let waiting: Buffer[] = [];
  let size = 0;
  const flush = async () => {
    if (size === 0) return;
    number += 1;
    const bytes = Buffer.concat(waiting);
    waiting = [];
    size = 0;
    await add({ name: dataName(table.name, number), bytes });
  };
  for await (const chunk of rowsOf(client, table)) {
    sum.add(chunk);
    waiting.push(chunk);
    size += chunk.length;
    if (size >= partSize) await flush();
  }
  await flush();
  return sum.of(table.name);
}

async function connect(url: string) {
  const client = new pg.Client({ connectionString: url, application_name: 'xuanpai backup' });
  client.on('error', () => {}); // the query that was under way rejects as well
  await client.connect();
  return client;
}

/** In the middle of a COPY the connection can only be cut. */
async function close(client: pg.Client) {
  const ended = once(client, 'end');
  client.end().catch(() => {});
  const cut = setTimeout(() => connectionOf(client).stream.destroy(), 1000);
  await ended;
  clearTimeout(cut);
}

function connectionOf(client: pg.Client) {
  return (
    client as unknown as { connection: { stream: NodeJS.WritableStream & { destroy(): void } } }
  ).connection;
}
