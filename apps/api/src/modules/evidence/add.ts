import { type EvidenceOwner, evidenceLimits } from '@xuanpai/contracts/evidence';
import type { Attachment } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../lib/actor.ts';
import { ApiError } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { type Examined, examine } from '../../lib/evidence/examine.ts';
import { filesOf, keepFromSweep, thumbnailsOf } from '../../lib/evidence/files.ts';
import { owners } from '../../lib/evidence/owners.ts';
import { turns } from '../../lib/evidence/turns.ts';
import { writeAs } from '../../lib/write.ts';
import { findWritable } from './reach.ts';
import { receiveFile } from './receive.ts';

/** Files that a process looks into at a time: a picture is held in memory while its pixels are read. */
const inTurn = turns(2);

/** Receives a file, looks into it and gives it to its owner: file and row in one act. */
export async function addEvidence(
  deps: Deps,
  actor: Actor,
  owner: EvidenceOwner,
  request: FastifyRequest,
): Promise<Attachment> {
  // Before the body is read: who may not, sends nothing.
  await findWritable(deps.db.prisma, actor, owner);
  const store = filesOf(deps);
  const arrived = await receiveFile(store, request, deps.settings.evidenceMegabytes);
  let { file } = arrived;
  try {
    const examined = await inTurn(() => examine(store, file, arrived.name));
    file = examined.file;
    return await keep(deps, actor, owner, arrived.name, examined);
  } finally {
    await store.forget(file);
  }
}

async function keep(
  deps: Deps,
  actor: Actor,
  owner: EvidenceOwner,
  name: string,
  { file, type, width, height, thumbnail }: Examined,
): Promise<Attachment> {
  return writeAs(deps, actor, async (tx) => {
    const { column, hold } = owners[owner.kind];
    await keepFromSweep(tx);
    await tx.$queryRaw(hold(owner.id));
    const { name: ofWhat } = await findWritable(tx, actor, owner);
    const there = await tx.attachment.findFirst({
      where: { [column]: owner.id, digest: file.digest, removedAt: null },
    });
    if (there) return there;
    await refuseTooMany(tx, column, owner.id);
    await filesOf(deps).keep(file);
    if (thumbnail) await keepThumbnail(deps, file.digest, thumbnail);
    const row = await tx.attachment.create({
      data: {
        ...{ digest: file.digest, size: file.size, name, type, width, height },
        ...{ uploadedById: actor.userId, uploadedByName: actor.name, [column]: owner.id },
      },
    });
    const after = { name, size: file.size, digest: file.digest };
    record(tx, {
      ...{ action: 'evidence.add', entity: 'evidence', entityId: row.id },
      params: { name, of: ofWhat, kind: owner.kind },
      changes: [{ entity: 'evidence', entityId: row.id, before: null, after }],
    });
    return row;
  });
}

async function refuseTooMany(tx: Tx, column: string, id: string): Promise<void> {
  const { files } = evidenceLimits;
  if ((await tx.attachment.count({ where: { [column]: id, removedAt: null } })) < files) return;
  throw new ApiError('conflict', {
    detail: {
      zh: `已有${files}个附件，不能再加。请先删去用不着的。`,
      en: `There are ${files} files already. Remove what isn’t needed first.`,
    },
  });
}

export async function keepThumbnail(deps: Deps, digest: string, bytes: Buffer): Promise<void> {
  const store = thumbnailsOf(deps);
  // Named by its picture, not by its own content.
  await store.keep({ ...(await store.receiveBytes(bytes)), digest });
}
