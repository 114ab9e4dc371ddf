import type { ExampleState } from '@xuanpai/contracts/examples';
import type { Prisma } from '@xuanpai/database/generated/client';
import type { Actor } from '../actor.ts';
import { scopeFor } from '../scope.ts';
import { type Sql, sql } from '../sql.ts';

/** Those who write for the district see what every township writes; a township sees its own. */
function unreleased(actor: Actor) {
  if (scopeFor(actor, 'examples.write', 'sheets') === 'all') return 'all';
  const scope = scopeFor(actor, 'examples.read', 'sheets');
  return typeof scope === 'string' ? [] : scope.townshipIds;
}

/** What was released is everybody's; the rest, theirs who write or answer for it. */
export function examplesRead(actor: Actor): Prisma.ExampleWhereInput {
  const own = unreleased(actor);
  if (own === 'all') return {};
  return { OR: [{ state: 'released' }, { townshipId: { in: own } }] };
}

/** The same as SQL; alias e. */
export function examplesReadSql(actor: Actor): Sql {
  const own = unreleased(actor);
  if (own === 'all') return sql`true`;
  return sql`(e.state = 'released' OR e.township_id = ANY(${own}::uuid[]))`;
}

/** A township's examples are its officers' to write, the district's those of the district's offices. */
export function mayWriteExample(actor: Actor, townshipId: string | null): boolean {
  const scope = scopeFor(actor, 'examples.write', 'sheets');
  if (scope === 'none') return false;
  if (scope === 'all') return townshipId === null;
  return townshipId !== null && scope.townshipIds.includes(townshipId);
}

/** What lies with the reviewer, was released or taken back stays as it is. */
export const isOpenExample = (state: ExampleState) => state === 'draft' || state === 'returned';
