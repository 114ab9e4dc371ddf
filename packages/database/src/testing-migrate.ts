import { migrate, withMigrationLock } from './migrate.ts';

/** For tests only: an application's start as far as the migrations, in a process of its own. */
const { DATABASE_URL = '', MIGRATIONS = '' } = process.env;

const applied = await withMigrationLock(
  DATABASE_URL,
  (client) => migrate(client, MIGRATIONS),
  () => process.stdout.write('waiting\n'),
);
process.stdout.write(`applied ${applied.join()}\n`);
