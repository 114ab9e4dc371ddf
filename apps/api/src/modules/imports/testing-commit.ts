import { plainDateSchema } from '@xuanpai/contracts/values';
import { createDatabase } from '@xuanpai/database/client';
import { systemActor } from '../../lib/actor.ts';
import { Keyring } from '../../lib/keyring.ts';
import { commitImport } from './commit.ts';
import { sealTask } from './runs/task.ts';

/** For tests only: commits an import in a process of its own, which the test kills in the middle. */
const { DATABASE_URL = '', DATA_KEYS = '', HMAC_KEYS = '', IMPORT_ID = '' } = process.env;

const db = createDatabase(DATABASE_URL);
const keys = new Keyring(DATA_KEYS, HMAC_KEYS);
const run = { importId: IMPORT_ID, workerId: 'killed' };
const task = sealTask(keys, IMPORT_ID, { actor: systemActor, awaited: false });
await db.pool.query(
  `INSERT INTO import_run (import_id, work, task, worker_id, heartbeat_at)
   VALUES ($1, 'commit', $2, $3, now())`,
  [run.importId, task, run.workerId],
);
const deps = {
  db,
  keys,
  today: () => plainDateSchema.parse('2015-04-24'),
  settings: { workers: '' },
};
await commitImport(deps, systemActor, run, { at: () => {} });
await db.close();
