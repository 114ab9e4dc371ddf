import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Table, TableSum } from './manifest.ts';
import { quoted } from './tables.ts';

/** Whatever the server's settings, the same rows are written as the same text. */
export const sameText = `SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD';
  SET LOCAL IntervalStyle = 'iso_8601'; SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1;
  SET LOCAL client_encoding = 'UTF8'; SET LOCAL synchronize_seqscans = off;
  SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = 0`;

/** Counts and digests rows in COPY's text form, where every row is one line. */
export class Sum {
  readonly #digest = createHash('sha256');
  #rows = 0;
  #bytes = 0;

  add(chunk: Buffer) {
    this.#digest.update(chunk);
    this.#bytes += chunk.length;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) this.#rows += 1;
  }

  of(name: string): TableSum {
    return { name, rows: this.#rows, bytes: this.#bytes, sha256: this.#digest.digest('hex') };
  }
}

/** The rows of a table as they lie in it, in chunks. */
export function rowsOf(client: pg.ClientBase, table: Table): AsyncIterable<Buffer> {
  return client.query(copyTo(`COPY ${target(table)} TO STDOUT`)) as AsyncIterable<Buffer>;
}

/** Takes the rows of a table in chunks. */
export function loader(client: pg.ClientBase, table: Table) {
  const stream = client.query(copyFrom(`COPY ${target(table)} FROM STDIN`));
  const done = finished(stream);
  done.catch(() => {}); // the next call says it
  return {
    async write(chunk: Buffer) {
      if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), done]);
    },
    async end() {
      stream.end();
      await done;
    },
    /** Until this is done, the connection takes no other statement. */
    async abort() {
      stream.destroy(new Error('aborted'));
      await done.catch(() => {});
    },
  };
}

function target({ name, columns }: Table) {
  return `${quoted(name)} (${columns.map(quoted).join(', ')})`;
}
