import type { Relative } from '@xuanpai/contracts/relatives';
import type { Prisma, PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../../lib/actor.ts';
import { notFound } from '../../../lib/api-error.ts';
import { scopeFor, scopeWhere } from '../../../lib/scope.ts';

export interface NominationIds {
  id: string;
  nominationId: string;
}

const named = { select: { name: true } };
const include = {
  nomination: { select: { cadre: named } },
  otherCadre: named,
  village: named,
} satisfies Prisma.NominationRelativeInclude;

type Row = Prisma.NominationRelativeGetPayload<{ include: typeof include }>;

/**
 * E8: what was declared with a nomination, and what another nomination within reach says of the same
 * person: kin is kin from both sides. Throws `notFound`.
 */
export async function readRelatives(
  client: PrismaClient | Tx,
  actor: Actor,
  { id: batchId, nominationId }: NominationIds,
): Promise<{ items: Relative[]; total: number }> {
  const within = scopeWhere(scopeFor(actor, 'nominations.read', 'nominations'), 'nominations');
  const nomination = await client.nomination.findFirst({
    where: { AND: [{ id: nominationId, batchId }, within] },
    select: { cadreId: true },
  });
  if (!nomination) throw notFound();
  const { cadreId } = nomination;
  const fromOthers = { AND: [{ batchId, state: 'active' as const }, within] };
  const rows = await client.nominationRelative.findMany({
    where: { OR: [{ nominationId }, { otherCadreId: cadreId, nomination: fromOthers }] },
    include,
    orderBy: [{ declaredAt: 'asc' }, { id: 'asc' }],
  });
  return { items: rows.map(presentRelative), total: rows.length };
}

/** Throws `notFound` for one of another nomination. */
export async function readRelative(tx: Tx, nominationId: string, id: string): Promise<Relative> {
  const row = await tx.nominationRelative.findFirst({ where: { id, nominationId }, include });
  if (!row) throw notFound();
  return presentRelative(row);
}

function presentRelative(row: Row): Relative {
  return {
    id: row.id,
    nominationId: row.nominationId,
    cadreName: row.nomination.cadre.name,
    otherCadreId: row.otherCadreId,
    otherCadreName: row.otherCadre?.name ?? null,
    villageId: row.villageId,
    villageName: row.village?.name ?? null,
    relation: row.relation,
    note: row.note,
    declaredByName: row.declaredByName,
    declaredAt: row.declaredAt.toISOString(),
    version: row.version,
  };
}
