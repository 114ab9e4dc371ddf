import fastify from 'fastify';
import pg from 'pg';
import { bareLists } from '../lib/bare-lists.ts';

/**
 * What Fastify and pg can give without anything of ours: no sign-in, no rows by role, no checks.
 * Each list is one prepared statement for its rows and one for its count.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
// As the application reads days: as they are written.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

const app = fastify();
for (const { path, value, rows, count, countTakesValue } of bareLists) {
  app.get<{ Querystring: Record<string, string> }>(path, async ({ query }) => {
    const values = value === null ? [] : [query[value]];
    const [items, counted] = await Promise.all([
      pool.query({ name: `rows ${path}`, text: rows, values }),
      pool.query({ name: `count ${path}`, text: count, values: countTakesValue ? values : [] }),
    ]);
    return { items: items.rows, ...counted.rows[0] };
  });
}
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
