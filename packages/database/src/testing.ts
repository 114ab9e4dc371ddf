import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of this test run, and the name of its migrated database. */
    testServer: { url: string; template: string };
  }
}

export interface TestDatabase {
  readonly url: string;
  /** Ends what still uses it and removes it. */
  drop(): Promise<void>;
}

/** Gives a migrated database of its own to a test file, or a copy of another template; 50 ms. */
export async function createTestDatabase(
  template = inject('testServer').template,
): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer((client) => copyOf(client, template, name));
  return {
    url: databaseUrl(name),
    drop: () =>
      onServer(async (client) => {
        await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
      }),
  };
}

/**
 * Makes a template for `createTestDatabase` once in a run, for data that takes long to load: the first
 * file to ask fills it through `prepare(url)`, which must close its connections; the others wait.
 * It starts as a copy of `base`, the migrated database unless said.
 */
export async function testTemplate(
  name: string,
  prepare: (url: string) => Promise<void>,
  base = inject('testServer').template,
): Promise<string> {
  const template = `template_${name}`;
  await onServer(async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (found.rowCount) return;
    const draft = `${template}_draft`;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await copyOf(client, base, draft);
    await prepare(databaseUrl(draft));
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
  });
  return template;
}

async function copyOf(client: pg.Client, template: string, name: string) {
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
}

async function onServer<Result>(work: (client: pg.Client) => Promise<Result>) {
  const client = new pg.Client({ connectionString: inject('testServer').url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(name: string) {
  const url = new URL(inject('testServer').url);
  url.pathname = `/${name}`;
  return url.href;
}
