import { plainDateSchema } from '@xuanpai/contracts/values';
import { createDatabase } from '@xuanpai/database/client';
import fastify from 'fastify';
import { systemActor } from '../../lib/actor.ts';
import { Keyring } from '../../lib/keyring.ts';
import { commitImport } from './commit.ts';

/** For tests only: commits an import in a process of its own, which the test kills in the middle. */
const { DATABASE_URL = '', DATA_KEYS = '', HMAC_KEYS = '', IMPORT_ID = '' } = process.env;

const db = createDatabase(DATABASE_URL);
const deps = {
  db,
  keys: new Keyring(DATA_KEYS, HMAC_KEYS),
  log: fastify().log,
  today: () => plainDateSchema.parse('2015-04-24'),
};
await commitImport(deps, systemActor, IMPORT_ID);
await db.close();
