import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '../start-problem.ts';
import { superuser } from './cluster.ts';
import { readOwner } from './owner.ts';
import { livingPostmaster } from './postmaster.ts';
import { keepSecrets, type Secrets } from './secrets.ts';
import { startEmbedded } from './start.ts';

export interface JoinedServer {
  readonly url: string;
  readonly secrets: Secrets;
  /** Ends the server when it was started for this. */
  stop(): Promise<void>;
}

/**
 * The database of a data folder beside whoever serves from it; nobody does: started for this, and
 * ended by `stop`. Throws StartProblem when the folder has no database; none is made.
 */
export async function joinEmbedded(dataDir: string, purpose: string): Promise<JoinedServer> {
  if (!existsSync(join(dataDir, 'pg'))) throw noDatabase(dataDir);
  const folder = realpathSync(dataDir);
  const living = readOwner(folder) ? livingPostmaster(join(folder, 'pg')) : null;
  if (!living) return startEmbedded({ dataDir, address: purpose });
  const secrets = keepSecrets(folder);
  const url = `postgresql://${superuser}:${secrets.databasePassword}@127.0.0.1:${living.port}/xuanpai`;
  return { url, secrets, stop: async () => {} };
}

function noDatabase(dataDir: string) {
  return new StartProblem(
    'noDatabase',
    `文件夹 ${dataDir} 里没有数据库。请核对 DATA_DIR、SEED 或 DATABASE_URL，应与启动系统时相同。`,
    `There is no database in ${dataDir}. Check DATA_DIR, SEED or DATABASE_URL: they must be those that the system is started with.`,
  );
}
