import type { EvidenceOwner } from '@xuanpai/contracts/evidence';
import type { Attachment, PrismaClient } from '@xuanpai/database/generated/client';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, notFound } from '../../lib/api-error.ts';
import { type FoundOwner, ownerOf, owners } from '../../lib/evidence/owners.ts';

type Db = Pick<PrismaClient, 'attachment' | '$queryRawUnsafe' | EvidenceOwner['kind']>;

/** The row that files belong to, as the actor reaches it. Throws `notFound`. */
export async function findOwner(db: Db, actor: Actor, owner: EvidenceOwner): Promise<FoundOwner> {
  const found = await owners[owner.kind].find(db, actor, owner.id);
  if (!found) throw notFound();
  return found;
}

/** The same, to be written: not there for who only reads it. Throws `conflict` where it is locked. */
export async function findWritable(
  db: Db,
  actor: Actor,
  owner: EvidenceOwner,
): Promise<FoundOwner> {
  const found = await findOwner(db, actor, owner);
  if (!found.writable) throw notFound();
  if (found.locked) throw new ApiError('conflict', { detail: found.locked });
  return found;
}

/** An attachment within reach, with its owner. Not there and not within reach are the same. */
export async function findAttachment(
  db: Db,
  actor: Actor,
  id: string,
): Promise<{ row: Attachment; owner: EvidenceOwner }> {
  const row = await db.attachment.findUnique({ where: { id } });
  if (!row) throw notFound();
  const owner = ownerOf(row);
  await findOwner(db, actor, owner);
  return { row, owner };
}
