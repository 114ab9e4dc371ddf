import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runsAsRoot } from './account.ts';

/** Where root keeps the binaries and, unless told otherwise, the data: `postgres` can reach it. */
export const systemDir = '/var/lib/xuanpai';

export interface DataDirChoice {
  /** DATA_DIR of the environment. */
  readonly dataDir?: string | undefined;
  /** Each seed has its own folder, so that a demo never meets real data. */
  readonly seed: string;
  /** The root of the checkout; as root each has its own folder. */
  readonly checkout: string;
}

/** Gives the absolute path of the folder that holds the cluster, its secrets and its log. */
export function embeddedDataDir({ dataDir, seed, checkout }: DataDirChoice): string {
  if (dataDir) return join(resolve(dataDir), seed);
  if (!runsAsRoot()) return join(checkout, 'data', seed);
  const name = createHash('sha256').update(realpathSync(checkout)).digest('hex').slice(0, 12);
  return join(systemDir, name, seed);
}
