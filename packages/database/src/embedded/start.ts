import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { StartProblem } from '../start-problem.ts';
import { type Account, postgresAccount } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { makeCluster, superuser } from './cluster.ts';
import { prepareFolder } from './folder.ts';
import { folderInUse, forgetOwner, readOwner, recordOwner, takeFolder } from './owner.ts';
import {
  choosePort,
  livingPostmaster,
  logTail,
  type Postmaster,
  spawnPostmaster,
} from './postmaster.ts';
import { keepSecrets, type Secrets } from './secrets.ts';
import { renewServingAccount } from './serving-account.ts';
import { stopPostmaster } from './stop.ts';

export interface EmbeddedOptions {
  /** From `embeddedDataDir`. */
  readonly dataDir: string;
  /** Where the application answers, for the words to a second start. */
  readonly address?: string;
  /** Settings of postgresql.conf, for tests: `{ fsync: 'off' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Start the server anew when it ends on its own. */
  readonly keepUp?: boolean;
  /** The server went away while it was needed. */
  readonly onLost?: (error: Error) => void;
  /** It answers again, at the same address. */
  readonly onBack?: () => void;
  /** It couldn't be started anew. */
  readonly onGone?: (error: unknown) => void;
}

export interface EmbeddedServer {
  /** Of the database `xuanpai`, by the account that owns the server: for upgrades and commands. */
  readonly url: string;
  /** By an account that owns nothing and may what `grantUse` lets it: for serving. */
  readonly servingUrl: string;
  readonly dataDir: string;
  readonly secrets: Secrets;
  readonly pid: number;
  /** The server of a start that was killed was found alive and taken over. */
  readonly adopted: boolean;
  /** Fast shutdown; to be called last, when nothing uses the database any more. */
  stop(): Promise<void>;
}

/** A server that has just crashed may replay its log for a while. */
const patience = 60_000;

const database = 'xuanpai';

/**
 * Starts the PostgreSQL of a data folder, made when it is new, or adopts it when it still runs.
 * Throws StartProblem when another process serves from the folder, or when it can't be started.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const account = postgresAccount();
  const dataDir = prepareFolder(options.dataDir, account);
  const secrets = keepSecrets(dataDir);
  const binaries = findBinaries();
  makeCluster(dataDir, binaries.initdb, account, secrets.databasePassword);

  const start = { ...options, dataDir, account, binaries, password: secrets.databasePassword };
  const reached = await reach(start);
  const { adopted } = reached;
  let { postmaster, session } = reached;
  await own(session, dataDir);
  recordOwner(dataDir, { pid: process.pid, address: options.address ?? '' });
  await makeDatabase(session);
  const serving = await renewServingAccount(session);

  let stopping = false;
  let reviving = Promise.resolve();
  const url = urlOf(postmaster, secrets.databasePassword, database);

  function watch() {
    session.once('end', () => {
      if (stopping) return;
      options.onLost?.(new Error(`PostgreSQL of ${dataDir} went away`));
      if (!options.keepUp) return;
      reviving = revive().catch((error: unknown) => {
        if (!stopping) options.onGone?.(error);
      });
    });
  }

  /** A crash, or somebody who ended the wrong process: the folder's server is brought up again. */
  async function revive() {
    ({ postmaster, session } = await reach(start));
    await own(session, dataDir);
    if (urlOf(postmaster, secrets.databasePassword, database) !== url) throw notStarted(dataDir);
    watch();
    options.onBack?.();
  }

  watch();
  return {
    url,
    servingUrl: addressOf(postmaster, serving, database),
    dataDir,
    secrets,
    get pid() {
      return postmaster.pid;
    },
    adopted,
    async stop() {
      stopping = true;
      await reviving;
      forgetOwner(dataDir);
      // The session keeps the lock until the server is down, so that nobody adopts what is ending.
      await stopPostmaster(postmaster);
      await session.end().catch(() => {});
    },
  };
}

/** Takes the folder for this process. Throws StartProblem when another one has it. */
async function own(session: pg.Client, dataDir: string) {
  if (await takeFolder(session)) return;
  await session.end();
  throw folderInUse(dataDir, readOwner(dataDir));
}

interface Start extends EmbeddedOptions {
  readonly account: Account;
  readonly binaries: Binaries;
  readonly password: string;
}

/** Tries until a server of this folder answers: ours, or one that another start brought up. */
async function reach(start: Start) {
  const cluster = join(start.dataDir, 'pg');
  const deadline = Date.now() + patience;
  let pause = 10;
  while (Date.now() < deadline) {
    const living = livingPostmaster(cluster);
    if (living) {
      const session = await connect(living, start.password);
      if (session) return { postmaster: living, session, adopted: true };
    } else {
      const own = await spawnAndConnect(start, cluster, deadline);
      if (own) return { ...own, adopted: false };
    }
    await wait(pause);
    pause = Math.min(pause * 2, 250);
  }
  throw notStarted(start.dataDir);
}

/** Null when the server ended for a reason that passes: another came first, or a crash's rest is ending. */
async function spawnAndConnect(start: Start, cluster: string, deadline: number) {
  const port = await choosePort(start.dataDir);
  const child = spawnPostmaster(
    start.binaries.postgres,
    start.dataDir,
    port,
    start.account,
    start.settings ?? {},
  );
  let ended: string | null = null;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', () => {
    ended ??= logTail(start.dataDir);
  });
  while (ended === null && Date.now() < deadline) {
    await wait(10);
    const living = livingPostmaster(cluster);
    if (living?.pid !== child.pid || !living) continue;
    const session = await connect(living, start.password);
    if (!session) continue;
    writeFileSync(join(start.dataDir, 'port'), `${port}\n`);
    return { postmaster: living, session };
  }
  if (ended !== null && !passing.test(ended)) throw notStarted(start.dataDir, ended);
  return null;
}

const passing = /postmaster\.pid|shared memory|Address already in use|could not bind/;

/** Null while the server doesn't take connections yet, or any more. */
async function connect(postmaster: Postmaster, password: string): Promise<pg.Client | null> {
  const session = new pg.Client({
    connectionString: urlOf(postmaster, password, 'postgres'),
    connectionTimeoutMillis: 2000,
    application_name: 'xuanpai owner',
  });
  session.on('error', () => {}); // 'end' tells
  try {
    await session.connect();
    return session;
  } catch (error) {
    await session.end().catch(() => {});
    if ((error as { code?: string }).code === '28P01') throw error;
    return null;
  }
}

async function makeDatabase(session: pg.Client) {
  const { rowCount } = await session.query('SELECT 1 FROM pg_database WHERE datname = $1', [
    database,
  ]);
  if (rowCount === 0) await session.query(`CREATE DATABASE ${database}`);
}

function urlOf(postmaster: Postmaster, password: string, name: string) {
  return addressOf(postmaster, { name: superuser, password }, name);
}

function addressOf(
  { port }: Postmaster,
  account: { name: string; password: string },
  databaseName: string,
) {
  return `postgresql://${account.name}:${account.password}@127.0.0.1:${port}/${databaseName}`;
}

function notStarted(dataDir: string, reason = logTail(dataDir)) {
  return new StartProblem(
    'databaseNotStarted',
    `内置数据库没有启动。日志 ${join(dataDir, 'postgres.log')} 的末尾:\n${reason}\n请核对磁盘空间和文件夹权限。`,
    'The embedded database did not start; the end of its log is above. Check disk space and permissions.',
  );
}
