import type pg from 'pg';
import { problems } from './problems.ts';

/** Statements that take something away, and those that put it back as it was. */
interface Lightened {
  readonly restore: readonly string[];
}

/**
 * Takes away, for the loading of many rows, what would be checked or kept row by row: foreign keys,
 * EXCLUDE and deferrable constraints, indexes, and our triggers. `restoreStructure` puts all of it
 * back, which checks the rows as a whole. Inside the caller's transaction.
 */
export async function lighten(client: pg.ClientBase): Promise<Lightened> {
  const constraints = await statements(
    client,
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS take,
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS give
     FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace AND conrelid <> 0 AND conparentid = 0
       AND (contype IN ('f', 'x') OR contype IN ('p', 'u') AND condeferrable)
     ORDER BY contype <> 'f', conrelid, conname`,
  );
  const indexes = await statements(
    client,
    `SELECT format('DROP INDEX %s', i.indexrelid::regclass) AS take, pg_get_indexdef(i.indexrelid) AS give
     FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
       AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
     ORDER BY i.indexrelid`,
  );
  const triggers = await statements(
    client,
    `SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname) AS take,
       format('ALTER TABLE %s ENABLE TRIGGER %I', tgrelid::regclass, tgname) AS give
     FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE c.relnamespace = 'public'::regnamespace AND NOT tgisinternal AND tgenabled = 'O'`,
  );
  for (const { take } of [...constraints, ...indexes, ...triggers]) await client.query(take);
  // Foreign keys last: they lean on the unique ones.
  const given = [...indexes, ...[...constraints].reverse(), ...triggers].map(({ give }) => give);
  return { restore: given };
}

/** Throws StartProblem for the first constraint that the rows don't keep. */
export async function restoreStructure(client: pg.ClientBase, { restore }: Lightened) {
  for (const statement of restore) {
    await client.query(statement).catch((error: Error) => {
      throw problems.refused(statement, error.message, error);
    });
  }
}

interface Statements {
  take: string;
  give: string;
}

async function statements(client: pg.ClientBase, sql: string) {
  return (await client.query<Statements>(sql)).rows;
}
