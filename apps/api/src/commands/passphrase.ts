import { readFileSync } from 'node:fs';
import { StartProblem } from '@xuanpai/database/start-problem';

const shortest = 12;

/** From BACKUP_PASSPHRASE, or the first line of the file that BACKUP_PASSPHRASE_FILE names. */
export function readPassphrase(env: NodeJS.ProcessEnv): string {
  const file = env.BACKUP_PASSPHRASE_FILE;
  const text = env.BACKUP_PASSPHRASE || (file ? firstLine(file) : '');
  if (text === '') {
    throw new StartProblem(
      'noPassphrase',
      '没有设备份口令。备份都是加密的：请设 BACKUP_PASSPHRASE，或用 BACKUP_PASSPHRASE_FILE 指明存口令的文件。口令丢失后，备份无法打开，请另存一处。',
      'There is no passphrase. Backups are always encrypted: set BACKUP_PASSPHRASE, or BACKUP_PASSPHRASE_FILE to a file that holds it. Without it no backup can be opened: keep it in a second place.',
    );
  }
  if ([...text].length < shortest) {
    throw new StartProblem(
      'shortPassphrase',
      `备份口令太短：至少${shortest}个字符。`,
      `The passphrase is too short: ${shortest} characters at least.`,
    );
  }
  return text;
}

function firstLine(file: string): string {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/)[0]?.trim() ?? '';
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartProblem(
      'noPassphrase',
      `读不到口令文件：${reason}`,
      `The passphrase file can't be read: ${reason}`,
    );
  }
}
