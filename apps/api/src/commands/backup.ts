import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type BackedUp, backup } from '@xuanpai/database/backup/backup';
import { checkBackup } from '@xuanpai/database/backup/check';
import { backupName, rotate, underFinalName } from '@xuanpai/database/backup/folder';
import { version } from '../process.ts';
import { say } from '../say.ts';
import { neededKeys } from './needed-keys.ts';
import { openDatabase } from './open-database.ts';
import { readPassphrase } from './passphrase.ts';
import { type OnEnd, runCommand, UsageProblem } from './run-command.ts';
import { readSettings } from './settings.ts';

const usage = `用法 usage:
  backup [--to <文件夹>] [--keep <份数>]   备份到文件夹（默认 backups）；只留最近几份 / back up, keep the newest
  backup --check <文件>                    核对一份备份，不恢复 / verify a backup without restoring it
口令 passphrase: BACKUP_PASSPHRASE, BACKUP_PASSPHRASE_FILE`;

runCommand(usage, async (onEnd) => {
  const { values } = parseArgs({
    options: {
      to: { type: 'string', default: 'backups' },
      keep: { type: 'string' },
      check: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) say(usage);
  else if (values.check) await check(resolve(values.check));
  else await make(resolve(values.to), keepOf(values.keep), onEnd);
  return 0;
});

function keepOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new UsageProblem('--keep 应为 1 至 9999 的整数 / must be an integer from 1 to 9999');
}

async function make(folder: string, keep: number | null, onEnd: OnEnd) {
  const passphrase = readPassphrase(process.env);
  const settings = readSettings(process.env);
  const { url, keys } = await openDatabase(settings, 'npm run backup', onEnd);
  const file = join(folder, backupName(new Date()));
  const began = performance.now();
  let made: BackedUp = { tables: [], files: [], missingFiles: [] };
  await underFinalName(file, async (part) => {
    made = await backup({
      url,
      file: part,
      passphrase,
      version,
      filesFolder: settings.filesFolder,
      neededKeys: (client) => neededKeys(client, keys),
    });
  });
  say(`已备份 / backed up: ${file}`);
  say(`${totals(made)}, ${((performance.now() - began) / 1000).toFixed(1)} s`);
  sayMissing(made);
  say(
    '密钥（DATA_KEYS、HMAC_KEYS，内置数据库的 secrets.json）和备份口令不在备份里，请另存一处；没有它们，备份无法使用。',
  );
  say('Keys and passphrase are not in the backup: keep them in another place.');
  if (keep === null) return;
  const removed = await rotate(folder, keep);
  if (removed.length > 0) say(`已删除旧备份 / removed: ${removed.join(', ')}`);
}

async function check(file: string) {
  const { header, ...held } = await checkBackup(file, readPassphrase(process.env));
  say(`备份完好 / sound: ${file}`);
  say(`做于 / made at ${header.madeAt}，版本 / version ${header.version}，${totals(held)}`);
  sayMissing(held);
  const ids = header.keys.map(({ kind, id }) => `${kind === 'data' ? 'DATA' : 'HMAC'}_KEYS ${id}`);
  say(`恢复时需要的密钥 / keys needed: ${ids.join(', ') || '无 none'}`);
}

function totals({ tables, files }: BackedUp): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const all = [...tables, ...files];
  const bytes = all.reduce((sum, one) => sum + one.bytes, 0);
  return `${tables.length} 表 tables, ${rows} 行 rows, ${files.length} 附件 files, ${(bytes / 1e6).toFixed(1)} MB`;
}

/** The data is as sound as it can be made; that a file was lost before is said each time. */
function sayMissing({ missingFiles }: BackedUp) {
  if (missingFiles.length === 0) return;
  say(`有 ${missingFiles.length} 个附件的文件不在磁盘上，没有备份到：`);
  say(`${missingFiles.length} attached files are not on the disk and not in the backup:`);
  for (const digest of missingFiles) say(`  ${digest}`);
}
