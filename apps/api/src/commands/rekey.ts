import { parseArgs } from 'node:util';
import { createDatabase, type Database } from '@xuanpai/database/client';
import { keepSecrets, replaceSecrets } from '@xuanpai/database/embedded/secrets';
import { StartProblem } from '@xuanpai/database/start-problem';
import { systemActor } from '../lib/actor.ts';
import { record } from '../lib/audit.ts';
import type { Keyring } from '../lib/keyring.ts';
import { type KeyUse, keyUse } from '../lib/sealed/key-use.ts';
import { blindApplications } from '../lib/sealed/readers.ts';
import { writeAs } from '../lib/write.ts';
import { say } from '../say.ts';
import { type KeyLists, withNewKeys, withoutUnused } from './new-keys.ts';
import { openDatabase } from './open-database.ts';
import { outdatedUse, renewAll } from './renew-all.ts';
import { type OnEnd, runCommand, UsageProblem } from './run-command.ts';
import { readSettings, type Settings } from './settings.ts';

const usage = `用法 usage:
  rekey --new-keys      一、生成新密钥，放在最前面 / make new keys, at the head of the lists
                        二、重新启动系统 / start the system again
  rekey                 三、把数据改用新密钥，系统照常使用 / seal the data anew, in use
  rekey --drop-unused   四、去掉不再用到的旧密钥，再重新启动 / drop the old keys, then start again
  rekey --check         只统计各密钥用在哪里 / only count what each key is used for`;

runCommand(usage, async (onEnd) => {
  const { values } = parseArgs({
    options: {
      check: { type: 'boolean' },
      'new-keys': { type: 'boolean' },
      'drop-unused': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const settings = readSettings(process.env);
  if (Object.keys(values).length > 1) throw new UsageProblem('只能选一项 / one option at a time');
  if (values.help) say(usage);
  else if (values['new-keys']) await addKeys(settings, onEnd);
  else if (values['drop-unused']) await dropUnused(settings, onEnd);
  else return rekey(settings, onEnd, values.check === true);
  return 0;
});

async function open(settings: Settings, onEnd: OnEnd) {
  const { url, keys } = await openDatabase(settings, 'npm run rekey', onEnd);
  if (!keys) {
    throw new StartProblem(
      'noKeys',
      '请设 DATA_KEYS 和 HMAC_KEYS（与系统启动时相同，新密钥在最前面）。',
      'Set DATA_KEYS and HMAC_KEYS as the system has them, the new key first.',
    );
  }
  const db = createDatabase(url, { name: 'xuanpai rekey', connections: 3 });
  onEnd(() => db.close());
  return { db, keys };
}

async function rekey(settings: Settings, onEnd: OnEnd, onlyCount: boolean): Promise<number> {
  const { db, keys } = await open(settings, onEnd);
  const before = await keyUse(db.pool);
  tellUse(before, keys);
  if (onlyCount) return 0;
  await refuseBlind(db, keys);
  const outdated = outdatedUse(before, keys);
  let told = 0;
  const left = await renewAll(db, keys, (column, rows) => {
    if (Date.now() - told < 1000) return;
    told = Date.now();
    say(`  ${column}: ${rows}`);
  });
  if (left.length > 0) {
    say('还有内容由旧密钥写入：某个正在运行的程序仍以旧密钥在前。请重新启动它，再运行一次。');
    say(
      'Some is still written by an old key: a running program has it first. Start it again, then run this again.',
    );
    tellUse(left, keys);
    return 1;
  }
  if (outdated.length > 0) await noteRekey(db, keys);
  say('全部内容已改用新密钥 / everything is sealed by the new keys.');
  say('其余密钥不再用到，可以去掉（rekey --drop-unused）；旧备份仍需要旧密钥，随旧备份一起保存。');
  say(
    'The others can be dropped; backups made before still need them: keep them with those backups.',
  );
  return 0;
}

function tellUse(use: readonly KeyUse[], keys: Keyring): void {
  const writing = keys.writing();
  for (const { kind, table, column, id, rows } of use) {
    const state = id === writing[kind] ? '现用 current' : '待换 to be changed';
    say(
      `  ${kind === 'data' ? 'DATA' : 'HMAC'}_KEYS ${id}  ${table}.${column}  ${rows} 行 rows  ${state}`,
    );
  }
  if (use.length === 0) say('  没有加密内容 / nothing is sealed');
}

async function refuseBlind({ pool }: Database, keys: Keyring): Promise<void> {
  const client = await pool.connect();
  const blind = await blindApplications(client, keys).finally(() => client.release());
  if (blind === 0) return;
  throw new StartProblem(
    'applicationsBlind',
    `正在运行的系统（${blind}个连接）还不认识新密钥，改过的内容它读不出来。没有改动。请先重新启动系统，再运行 rekey。`,
    `The running system (${blind} connections) doesn't know the new keys and couldn't read what is sealed by them. Nothing was changed. Start it again first.`,
  );
}

async function noteRekey(db: Database, keys: Keyring): Promise<void> {
  const params = keys.writing();
  await writeAs({ db }, systemActor, async (tx) => {
    record(tx, { action: 'system.rekey', entity: 'system', entityId: null, params });
  });
}

/** The embedded server's lists stand in its secrets.json; one's own are printed, to be put in place. */
function changeLists(settings: Settings, change: (lists: KeyLists) => KeyLists): void {
  if (settings.keys) {
    const { dataKeys, hmacKeys } = change(settings.keys);
    say('请把环境变量改成下面两行（妥善保管，不要外传），然后重新启动系统：');
    say('Put these into the environment (they are secret), then start the system again:');
    say(`DATA_KEYS=${dataKeys}\nHMAC_KEYS=${hmacKeys}`);
    return;
  }
  const secrets = keepSecrets(settings.dataDir);
  replaceSecrets(settings.dataDir, { ...secrets, ...change(secrets) });
  say(`已写入 ${settings.dataDir}/secrets.json，请重新启动系统，并另存一份该文件。`);
  say('Written. Start the system again, and keep a copy of that file elsewhere.');
}

async function dropUnused(settings: Settings, onEnd: OnEnd): Promise<void> {
  const { db } = await open(settings, onEnd);
  const use = await keyUse(db.pool);
  const ids = (kind: KeyUse['kind']) => use.filter((one) => one.kind === kind).map(({ id }) => id);
  const used = { data: ids('data'), hmac: ids('hmac') };
  changeLists(settings, (lists) => withoutUnused(lists, used));
}

async function addKeys(settings: Settings, onEnd: OnEnd): Promise<void> {
  await open(settings, onEnd); // refuses a folder without a database
  changeLists(settings, withNewKeys);
}
