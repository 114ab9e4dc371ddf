import type { Permission } from '@xuanpai/contracts/permissions';
import type { Json, PlainDate } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import type { Prisma } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { PostFacts } from '@xuanpai/domain/post-life/acts';
import type { Actor } from '../../../lib/actor.ts';
import { notFound } from '../../../lib/api-error.ts';
import { scopeFor, scopeWhere } from '../../../lib/scope.ts';
import { checkVersion } from '../../../lib/versions.ts';

const include = {
  cadre: { include: { unit: { select: { name: true, townshipId: true } } } },
  village: { include: { township: { select: { name: true } } } },
  events: { orderBy: { seq: 'asc' } },
} satisfies Prisma.AssignmentInclude;
type Row = Prisma.AssignmentGetPayload<{ include: typeof include }>;

/** A post held for this transaction, with what happened to it. */
export interface HeldPost {
  row: Row;
  facts: PostFacts & { startsOn: PlainDate; endsOn: PlainDate | null };
  /** Of the next event. */
  nextSeq: number;
}

/** A post as the writer saw it. */
export interface Seen {
  id: string;
  version: number;
}

/**
 * Holds posts in the order of their ids, so that two people who act on several at once don't wait for
 * each other; gives them as asked for. Throws `notFound` for one out of reach, `staleVersion`.
 */
export async function holdPosts(
  tx: Tx,
  actor: Actor,
  permission: Permission,
  asked: readonly Seen[],
): Promise<HeldPost[]> {
  const ids = asked.map(({ id }) => id);
  const scope = scopeWhere(scopeFor(actor, permission, 'assignments'), 'assignments');
  const where = { AND: [{ id: { in: ids } }, scope] };
  const found = new Map((await readHeld(tx, where)).map((post) => [post.row.id, post]));
  const posts = [];
  for (const { id, version } of asked) {
    const post = found.get(id);
    if (!post) throw notFound();
    const current: Json = { id, version: post.row.version, ...loggedPost(post.row) };
    await checkVersion(
      tx,
      { entity: 'assignment', id, version: post.row.version, current },
      version,
    );
    posts.push(post);
  }
  return posts;
}

/** The posts of a condition, held; whoever looks at them first asks whether they are within reach. */
export async function readHeld(tx: Tx, where: Prisma.AssignmentWhereInput): Promise<HeldPost[]> {
  const ids = (await tx.assignment.findMany({ where, select: { id: true } })).map(({ id }) => id);
  await tx.$queryRaw`SELECT 1 FROM assignment WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const rows = await tx.assignment.findMany({
    where: { id: { in: ids } },
    include,
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => ({
    row,
    facts: factsOf(row),
    nextSeq: (row.events.at(-1)?.seq ?? 0) + 1,
  }));
}

function factsOf(row: Row): HeldPost['facts'] {
  return {
    cadreName: row.cadre.name,
    tier: row.tier === 'township' ? 'township' : 'district',
    startsOn: toPlainDate(row.startsOn),
    endsOn: toPlainDate(row.endsOn),
    state: row.state,
    events: row.events
      .filter(({ undoneAt }) => undoneAt === null)
      .map(({ kind, date }) => ({ kind, date: toPlainDate(date) })),
  };
}

/** What of a post the log keeps. */
export function loggedPost(row: Pick<Row, 'startsOn' | 'endsOn' | 'state'>) {
  return {
    startsOn: toPlainDate(row.startsOn),
    endsOn: toPlainDate(row.endsOn),
    state: row.state,
  };
}
