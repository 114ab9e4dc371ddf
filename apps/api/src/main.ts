import { filesDir } from '@xuanpai/database/backup/files';
import { checkServer } from '@xuanpai/database/check-server';
import { createDatabase } from '@xuanpai/database/client';
import { embeddedDataDir } from '@xuanpai/database/embedded/data-dir';
import { type EmbeddedServer, startEmbedded } from '@xuanpai/database/embedded/start';
import { grantUse } from '@xuanpai/database/grant-use';
import { migrate, withMigrationLock } from '@xuanpai/database/migrate';
import { StartProblem } from '@xuanpai/database/start-problem';
import { write } from '@xuanpai/database/transaction';
import { build } from './app.ts';
import { closeApplication, within } from './closing.ts';
import { type Environment, readEnvironment } from './config/environment.ts';
import { ensureCalendar } from './lib/attendance/work-calendar.ts';
import { calendarDay } from './lib/calendar.ts';
import type { ProcessDeps } from './lib/deps.ts';
import { Keyring } from './lib/keyring.ts';
import { errorFacts } from './lib/log/error-facts.ts';
import { nameOfKeys } from './lib/sealed/readers.ts';
import { ensureTargetTemplates } from './lib/targets/built-in.ts';
import { places, version } from './process.ts';
import { announce, say } from './say.ts';
import { seedDemo } from './seed/demo.ts';
import { makeFirstUser } from './seed/first-user.ts';
import { seedHistory } from './seed/history/seed-history.ts';
import { releaseStartMemory } from './start-memory.ts';

async function main() {
  const environment = readEnvironment(process.env);
  const stop = stopOnSignals();
  try {
    await serve(environment, stop.last, stop.fail);
  } catch (error) {
    await stop.now();
    throw error;
  }
}

/** Brings everything up; `onStop` takes what is to be ended, the latest first. */
async function serve(
  environment: Environment,
  onStop: (end: () => Promise<void>) => void,
  fail: (error: unknown) => void,
) {
  const dataDir = embeddedDataDir({
    ...(environment.dataDir ? { dataDir: environment.dataDir } : {}),
    seed: environment.seed,
    checkout: places.root,
  });
  const embedded = environment.databaseUrl ? null : await startDatabase(environment, dataDir, fail);
  if (embedded) onStop(() => embedded.stop());
  const url = environment.databaseUrl ?? embedded?.servingUrl ?? '';
  const secrets = environment.secrets ?? embedded?.secrets;
  if (!secrets) throw new Error('no secrets');
  const owner = environment.migrateUrl ?? embedded?.url ?? url;
  await checkServer(owner);
  const keys = new Keyring(secrets.dataKeys, secrets.hmacKeys);
  const db = createDatabase(url, { name: nameOfKeys(keys) });
  onStop(() => within(closePatience, db.close()));
  const demoPassword = environment.demoPassword ?? embedded?.secrets.demoPassword ?? null;
  const deps = {
    db,
    keys,
    today: () => environment.today ?? calendarDay(),
    settings: {
      demo: environment.demo,
      publicUrl: environment.publicUrl,
      hstsSubdomains: environment.hstsSubdomains,
      jwtSecret: secrets.jwtSecret,
      version,
      workers: places.workers,
      webRoot: places.webRoot,
      files: filesDir(dataDir),
      evidenceMegabytes: environment.evidenceMegabytes,
      secondFactor: environment.secondFactor,
      limits: environment.limits,
      checkReplies: false,
    },
  };
  const app = await build(deps, {
    trustProxy: environment.trustProxy,
    log: { level: environment.logLevel },
    operations: {
      metricsToken: environment.metricsToken,
      dataDir: embedded?.dataDir ?? null,
      migrations: places.migrations,
    },
  });
  onStop(() => closeApplication(app));
  const firstAdmin = await withMigrationLock(
    owner,
    async (client) => {
      const applied = await migrate(client, places.migrations);
      if (owner !== url) await grantUse(client, url);
      if (applied.length > 0) {
        say(`数据库已升级：${applied.length}项 / migrations applied: ${applied.length}`);
      }
      await ensureCalendar(deps);
      await write(db.prisma, null, ensureTargetTemplates);
      if (environment.seed === 'history' && environment.demo && demoPassword) {
        await seedByOwner(deps, owner, demoPassword);
        return null;
      }
      return environment.demo && demoPassword
        ? seedDemo(app, deps, demoPassword, places.sampleDistrict)
        : makeFirstUser(deps, environment.demoPassword);
    },
    () =>
      say(
        '另一个进程正在升级或恢复数据库，等它完成… / another process is upgrading or restoring, waiting…',
      ),
  );
  await app.ready();
  await releaseStartMemory();
  await app.listen({ port: environment.port, host: environment.host });
  announce(environment, { dataDir: embedded?.dataDir ?? null, demoPassword, firstAdmin });
}

/** The history sets back instants that triggers guard: the account that serves may not. */
async function seedByOwner(deps: ProcessDeps, owner: string, password: string): Promise<void> {
  const db = createDatabase(owner, { name: nameOfKeys(deps.keys) });
  try {
    await seedHistory(unlimited({ ...deps, db }), password, places.sampleDistrict, say);
  } finally {
    await db.close();
  }
}

/** Two years of an office's work in a minute. */
function unlimited(deps: ProcessDeps): ProcessDeps {
  const limits = { reads: Number.MAX_SAFE_INTEGER, writes: Number.MAX_SAFE_INTEGER };
  return { ...deps, settings: { ...deps.settings, limits } };
}

function startDatabase(
  environment: Environment,
  dataDir: string,
  fail: (error: unknown) => void,
): Promise<EmbeddedServer> {
  return startEmbedded({
    dataDir,
    address: `http://localhost:${environment.port}`,
    keepUp: true,
    onLost: () =>
      say('内置数据库停了，正在重新启动… / the embedded database ended, starting it anew…'),
    onBack: () => say('内置数据库已恢复 / the embedded database is back'),
    onGone: fail,
  });
}

/** Milliseconds that a connection to the database gets for its last statement. */
const closePatience = 10_000;

/** Ends what was brought up, the latest first, once: on a signal, or when something failed for good. */
function stopOnSignals() {
  const ends: (() => Promise<void>)[] = [];
  let stopping: Promise<void> | undefined;
  const now = () => {
    stopping ??= (async () => {
      for (const end of ends.reverse()) await end();
    })();
    return stopping;
  };
  const exit = (code: number) => {
    now().then(
      () => process.exit(code),
      (error: unknown) => {
        explain(error);
        process.exit(1);
      },
    );
  };
  let failed = false;
  const fail = (error: unknown) => {
    // Where nobody reads what is said, saying it fails too: once is enough.
    if (failed) return;
    failed = true;
    explain(error);
    exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      say('正在停止… / stopping…');
      exit(0);
    });
  }
  // Node would print the error with whatever a driver put into it, and leave PostgreSQL behind.
  process.on('uncaughtException', fail);
  return { last: (end: () => Promise<void>) => void ends.push(end), now, fail };
}

function explain(error: unknown) {
  if (error instanceof StartProblem) console.error(`\n${error.message}\n`);
  else if (isPortTaken(error))
    console.error(
      `\n端口 ${String(error.port)} 已被占用。请先停止占用它的程序，或设 PORT 换一个端口。\nPort ${String(error.port)} is in use; stop what uses it, or set PORT.\n`,
    );
  else console.error(errorFacts(error));
}

main().catch((error: unknown) => {
  explain(error);
  process.exit(1);
});

function isPortTaken(error: unknown): error is { port: number } {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'EADDRINUSE'
  );
}
