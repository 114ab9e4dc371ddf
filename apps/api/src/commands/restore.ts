import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { headerIn } from '@xuanpai/database/backup/check';
import type { Header } from '@xuanpai/database/backup/manifest';
import { restore } from '@xuanpai/database/backup/restore';
import { checkServer } from '@xuanpai/database/check-server';
import { type Connection, createDatabase } from '@xuanpai/database/client';
import type { Secrets } from '@xuanpai/database/embedded/secrets';
import { startEmbedded } from '@xuanpai/database/embedded/start';
import { StartProblem } from '@xuanpai/database/start-problem';
import { systemActor } from '../lib/actor.ts';
import { record } from '../lib/audit.ts';
import { followChain } from '../lib/audit-chain.ts';
import type { Keyring } from '../lib/keyring.ts';
import { writeAs } from '../lib/write.ts';
import { places } from '../process.ts';
import { say } from '../say.ts';
import { breakWords } from './break-words.ts';
import { refuseMissingKeys, tryKeys } from './needed-keys.ts';
import { keyringOf } from './open-database.ts';
import { readPassphrase } from './passphrase.ts';
import { type OnEnd, runCommand, UsageProblem } from './run-command.ts';
import { readSettings, type Settings } from './settings.ts';

const usage = `用法 usage:
  restore <备份文件>                    恢复到空数据库 / into an empty database
  restore <备份文件> --replace [--yes]  替换已有的全部数据 / replace all data that is there
口令 passphrase: BACKUP_PASSPHRASE, BACKUP_PASSPHRASE_FILE`;

runCommand(usage, async (onEnd) => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      replace: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    say(usage);
    return 0;
  }
  const [given, ...more] = positionals;
  if (!given || more.length > 0) throw new UsageProblem('请给出一个备份文件 / name one backup');
  const file = resolve(given);
  const passphrase = readPassphrase(process.env);
  const settings = readSettings(process.env);
  const header = await headerIn(file, passphrase);
  say(`备份 / backup: ${header.madeAt}, ${header.version}`);
  const keys = keysAt(settings);
  refuseMissingKeys(header.keys, keys, placeOfKeys(settings));
  if (values.replace && !values.yes) await confirm();
  const url = await makeReady(settings, onEnd);
  const { filesFolder } = settings;
  await carryOut(url, { file, passphrase, replace: values.replace, filesFolder, keys });
  await noteRestore(url, file, header);
  return 0;
});

const secretsFile = ({ dataDir }: Settings) => join(dataDir, 'secrets.json');

/** Before anything is started: the embedded server would make new keys where there are none. */
function keysAt(settings: Settings): Keyring | null {
  if (settings.keys || settings.databaseUrl) return keyringOf(settings.keys);
  const file = secretsFile(settings);
  if (!existsSync(file)) return null;
  return keyringOf(JSON.parse(readFileSync(file, 'utf8')) as Secrets);
}

function placeOfKeys(settings: Settings): string {
  return settings.databaseUrl ? 'DATA_KEYS, HMAC_KEYS' : secretsFile(settings);
}

/** The address by which the database may be made anew. */
async function makeReady(
  { databaseUrl, migrateUrl, dataDir }: Settings,
  onEnd: OnEnd,
): Promise<string> {
  const url = migrateUrl ?? databaseUrl;
  if (url) {
    await checkServer(url);
    return url;
  }
  const server = await startEmbedded({ dataDir, address: 'npm run restore' });
  onEnd(() => server.stop());
  return server.url;
}

/** Throws StartProblem unless somebody at the terminal types the word. */
async function confirm(): Promise<void> {
  const asked =
    '将用备份替换数据库里的全部数据，不能撤销。请输入 replace 确认：\nAll data is replaced, for good. Type replace to go on: ';
  if (process.stdin.isTTY) {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    const answer = await terminal.question(asked);
    terminal.close();
    if (answer.trim() === 'replace') return;
  }
  throw new StartProblem(
    'notConfirmed',
    '没有确认，没有恢复。不在终端上运行时请加 --yes。',
    'Not confirmed, nothing was restored. Without a terminal add --yes.',
  );
}

interface Work {
  file: string;
  passphrase: string;
  replace: boolean;
  filesFolder: string;
  keys: Keyring | null;
}

async function carryOut(url: string, { keys, ...work }: Work): Promise<void> {
  const began = performance.now();
  const finish = async (client: Connection) => {
    if (keys) await tryKeys(client, keys);
    await followOrThrow(client);
    // A sign-in that was ended after the backup would be in force again.
    await client.query(
      `UPDATE session SET revoked_at = now(), revoked_reason = 'restored' WHERE revoked_at IS NULL`,
    );
  };
  const { migrations } = places;
  const restored = await restore({ ...work, url, migrations, finish });
  const rows = restored.tables.reduce((sum, table) => sum + table.rows, 0);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(`已恢复，行数、摘要和日志链核对无误 / restored and verified: ${rows} 行 rows, ${seconds} s`);
  if (restored.upgraded.length > 0) {
    say(`已升级到本版本 / upgraded to this version: ${restored.upgraded.join(', ')}`);
  }
  if (restored.leftOut.length > 0) {
    say(`不属于本系统、没有恢复的表 / not of this system: ${restored.leftOut.join(', ')}`);
  }
  say('所有人须重新登录。备份里不含密钥，用的是现有的密钥。');
  say('Everybody signs in again. The backup held no keys; those in place were used.');
}

async function followOrThrow(client: Connection): Promise<void> {
  const { broken } = await followChain(client);
  if (!broken) return;
  const { zh, en } = breakWords(broken);
  throw new StartProblem(
    'chainBroken',
    `备份里的操作日志不完整，没有恢复，数据库没有改动：${zh}`,
    `The log in the backup is broken, nothing was restored: ${en}`,
  );
}

/** The log says that it was set back, and to when. */
async function noteRestore(url: string, file: string, header: Header): Promise<void> {
  const db = createDatabase(url, { name: 'xuanpai restore', connections: 1 });
  const { madeAt, version } = header;
  await writeAs({ db }, systemActor, async (tx) => {
    const params = { file: basename(file), madeAt, version };
    record(tx, { action: 'system.restore', entity: 'system', entityId: null, params });
  }).finally(() => db.close());
}
