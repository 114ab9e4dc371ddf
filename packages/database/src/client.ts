import pg from 'pg';
import { PrismaClient } from './generated/client.ts';
import { PrismaInLine } from './statement-line.ts';

export interface Database {
  readonly prisma: PrismaClient;
  /** The same connections, for prepared statements and LISTEN. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** Milliseconds; longer than any transaction may take. */
const longestQuery = 130_000;

/** A connection of the pool, or one of one's own. */
export type Connection = pg.ClientBase;

export interface DatabaseOptions {
  /** How the server names our connections; begins with `xuanpai`. */
  readonly name?: string;
  /** Connections at most, for Prisma and raw SQL together. */
  readonly connections?: number;
  /** An idle connection broke; the pool replaces it. */
  readonly onConnectionLost?: (error: Error) => void;
}

/** Opens one pool over `url` and a Prisma client on it. Connects at the first query. */
export function createDatabase(url: string, options: DatabaseOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: 10_000,
    // A server that went away without a word is noticed: by the line, and at the latest by the clock.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    query_timeout: longestQuery,
    application_name: options.name ?? 'xuanpai',
    types: { getTypeParser },
    onConnect: prepare,
  });
  pool.on('error', (error) => options.onConnectionLost?.(error));
  const prisma = new PrismaClient({ adapter: new PrismaInLine(pool) });
  return {
    prisma,
    pool,
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/**
 * A `date` comes as its text; pg would make it local midnight. Everything else as pg does it.
 * Queries by Prisma bring their own parsers.
 */
const getTypeParser: typeof pg.types.getTypeParser = (oid, format) =>
  oid === pg.types.builtins.DATE ? asText : pg.types.getTypeParser(oid, format);

function asText(text: string) {
  return text;
}

/**
 * UTC, since Prisma's adapter sends instants without a zone and cuts the zone off those it reads. And
 * pages anywhere cost hardly more than in a row: a district's tables lie in memory, and a row fetched by
 * its index is not worth reading the whole of a small table for, twenty times a list.
 */
async function prepare(client: pg.ClientBase) {
  await client.query("SET TIME ZONE 'UTC'; SET random_page_cost = 1.1");
}
