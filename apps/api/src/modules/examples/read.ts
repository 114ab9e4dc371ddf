import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { Example, ExampleDetail, listExamples } from '@xuanpai/contracts/examples';
import { may } from '@xuanpai/contracts/permissions';
import { exampleActsOf } from '@xuanpai/domain/examples/life';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { readOne, readPage } from '../../lib/list.ts';
import { examplesReadSql, mayWriteExample } from '../../lib/records/example-reach.ts';
import { rows, sql } from '../../lib/sql.ts';
import { type ExampleRow, exampleList } from './list.ts';

export async function readExamples(
  { db }: Deps,
  actor: Actor,
  query: QueryOf<typeof listExamples>,
): Promise<ReplyOf<typeof listExamples>> {
  const { found, total } = await readPage<ExampleRow>(db.pool, exampleList(actor, query), query);
  const [waiting] = await rows<{ submitted: number }>(
    db.pool,
    sql`SELECT count(*)::int AS submitted FROM example e
      WHERE e.state = 'submitted' AND ${examplesReadSql(actor)}`,
  );
  const submitted = waiting?.submitted ?? 0;
  return { items: found.map((row) => presentExample(row, actor)), total, submitted };
}

/** Throws `notFound` for one that isn't there or out of reach. */
export async function readExample(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  id: string,
): Promise<ExampleDetail> {
  const list = exampleList(actor, { sort: 'title' });
  const select = sql`${list.select}, e.text`;
  const { text, ...row } = await readOne<ExampleRow & { text: string }>(
    db.pool,
    { ...list, select },
    sql`e.id = ${id}::uuid`,
  );
  return { ...presentExample(row, actor), text };
}

function presentExample(row: ExampleRow, actor: Actor): Example {
  const { writtenById, submittedById, writtenAt, submittedAt, reviewedAt, ...example } = row;
  return {
    ...example,
    writtenAt: writtenAt.toISOString(),
    submittedAt: submittedAt?.toISOString() ?? null,
    reviewedAt: reviewedAt?.toISOString() ?? null,
    acts: exampleActsOf(row.state, {
      writes: mayWriteExample(actor, row.townshipId),
      reviews: may(actor.roles, 'examples.review'),
      ownWork: isOwnWork(actor, row),
    }),
  };
}

export function isOwnWork(
  { userId }: Actor,
  { writtenById, submittedById }: Pick<ExampleRow, 'writtenById' | 'submittedById'>,
): boolean {
  return userId !== null && (userId === writtenById || userId === submittedById);
}
