import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { Example, ExampleDetail, getExample, listExamples } from '@xuanpai/contracts/examples';
import { may } from '@xuanpai/contracts/permissions';
import { exampleActsOf } from '@xuanpai/domain/examples/life';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { type Seen, seenOn } from '../../lib/known.ts';
import { readOne, readPage } from '../../lib/list.ts';
import { mayWriteExample } from '../../lib/records/example-reach.ts';
import { rows, sql } from '../../lib/sql.ts';
import { type ExampleRow, exampleList, examplesOn, readableOn } from './list.ts';

export async function readExamples(
  { db, today }: Deps,
  actor: Actor,
  query: QueryOf<typeof listExamples>,
): Promise<ReplyOf<typeof listExamples>> {
  const seen = seenOn(query.on ?? today(), today());
  const { found, total } = await readPage<ExampleRow>(
    db.pool,
    exampleList(actor, query, seen),
    query,
  );
  const [waiting] = await rows<{ submitted: number }>(
    db.pool,
    sql`SELECT count(*)::int AS submitted FROM ${examplesOn(seen)} e
      WHERE e.state = 'submitted' AND ${readableOn(actor, seen)}`,
  );
  const submitted = waiting?.submitted ?? 0;
  return { items: found.map((row) => presentExample(row, actor, seen)), total, submitted };
}

/** Throws `notFound` for one that isn't there on the day, or out of reach. */
export async function readExample(
  { db, today }: Pick<Deps, 'db' | 'today'>,
  actor: Actor,
  id: string,
  { on = today() }: QueryOf<typeof getExample> = {},
): Promise<ExampleDetail> {
  const seen = seenOn(on, today());
  const list = exampleList(actor, { sort: 'title' }, seen);
  const select = sql`${list.select}, e.text`;
  const { text, ...row } = await readOne<ExampleRow & { text: string }>(
    db.pool,
    { ...list, select },
    sql`e.id = ${id}::uuid`,
  );
  return { ...presentExample(row, actor, seen), text };
}

function presentExample(row: ExampleRow, actor: Actor, { over }: Seen): Example {
  const { writtenById, submittedById, writtenAt, submittedAt, reviewedAt, ...example } = row;
  return {
    ...example,
    writtenAt: writtenAt.toISOString(),
    submittedAt: submittedAt?.toISOString() ?? null,
    reviewedAt: reviewedAt?.toISOString() ?? null,
    acts: over
      ? []
      : exampleActsOf(row.state, {
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
