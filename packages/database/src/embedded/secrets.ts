import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '../start-problem.ts';

/** What a production start takes from the environment; keys in the same form as there. */
export interface Secrets {
  readonly jwtSecret: string;
  /** `id:base64` of 32 bytes, separated by commas; the first writes. */
  readonly dataKeys: string;
  readonly hmacKeys: string;
  readonly demoPassword: string;
  readonly databasePassword: string;
}

/** Reads `secrets.json` of the folder; makes it (0600) in a folder that has no database yet. */
export function keepSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  if (!existsSync(file)) {
    if (existsSync(join(dataDir, 'pg'))) throw secretsLost(file);
    create(file);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
}

/** Replaces the file as a whole; a start that reads it meanwhile reads the old one or the new one. */
export function replaceSecrets(dataDir: string, secrets: Secrets): void {
  const file = join(dataDir, 'secrets.json');
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(beside, file);
}

/** Written beside and linked, so that of two starts both read what the first one made. */
function create(file: string) {
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, `${JSON.stringify(makeSecrets(), null, 2)}\n`, { mode: 0o600 });
  try {
    linkSync(beside, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(beside);
  }
}

function makeSecrets(): Secrets {
  return {
    jwtSecret: randomBytes(32).toString('base64'),
    dataKeys: `k1:${randomBytes(32).toString('base64')}`,
    hmacKeys: `h1:${randomBytes(32).toString('base64')}`,
    demoPassword: readablePassword(),
    databasePassword: randomBytes(24).toString('base64url'),
  };
}

/** Three groups of letters and a digit that nobody takes for one another: 57 bits, easy to type. */
function readablePassword() {
  const letters = 'abcdefghjkmnpqrstuvwxyz';
  const group = () => {
    const chosen = Array.from({ length: 4 }, () => letters[randomInt(letters.length)]);
    return `${chosen.join('')}${randomInt(2, 10)}`;
  };
  return [group(), group(), group()].join('-');
}

function secretsLost(file: string) {
  return new StartProblem(
    'secretsLost',
    `${file} 不见了，而数据库还在：没有其中的密钥，加密的内容读不出来。请从备份恢复该文件；若数据可以不要，删除整个文件夹后重新启动。`,
    `${file} is gone while the database is there: without its keys the encrypted fields can't be read. Restore it from a backup, or delete the whole folder to start afresh.`,
  );
}
