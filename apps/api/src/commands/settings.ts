import { resolve } from 'node:path';
import { filesDir } from '@xuanpai/database/backup/files';
import { embeddedDataDir } from '@xuanpai/database/embedded/data-dir';
import { configFaulty } from '../config/fault.ts';
import { readGiven } from '../config/given.ts';
import { places } from '../process.ts';

/** What a command takes from the environment: where the data is, and the keys when they stand there. */
export interface Settings {
  /** Null: the embedded server of `dataDir`. */
  databaseUrl: string | null;
  /** Of the account that owns the database, where that is another one. */
  migrateUrl: string | null;
  dataDir: string;
  /** Where the files of the rows lie. */
  filesFolder: string;
  keys: { dataKeys: string; hmacKeys: string } | null;
}

const own = ['DATABASE_URL', 'MIGRATE_DATABASE_URL', 'DATA_DIR', 'SEED', 'DATA_KEYS', 'HMAC_KEYS'];

/** Faults of settings that only serving needs don't stop a backup. Throws StartProblem for the rest. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const { given, faults } = readGiven(env);
  const ours = faults.filter(({ name }) => own.includes(name.replace(/_FILE$/, '')));
  if (ours.length > 0) throw configFaulty(ours);
  const { DATABASE_URL, MIGRATE_DATABASE_URL, DATA_DIR, SEED, DATA_KEYS, HMAC_KEYS } = given;
  const dataDir = embeddedDataDir({
    dataDir: DATA_DIR ? resolve(DATA_DIR) : undefined,
    seed: SEED ?? (DATABASE_URL ? 'none' : 'demo'),
    checkout: places.root,
  });
  return {
    databaseUrl: DATABASE_URL ?? null,
    migrateUrl: MIGRATE_DATABASE_URL ?? null,
    dataDir,
    filesFolder: filesDir(dataDir),
    keys: DATA_KEYS && HMAC_KEYS ? { dataKeys: DATA_KEYS, hmacKeys: HMAC_KEYS } : null,
  };
}
