import { readFile, stat } from 'node:fs/promises';
import type { QueryOf } from '@xuanpai/contracts/endpoint';
import {
  type Evidence,
  type EvidenceOwner,
  type EvidenceType,
  isPicture,
  type listEvidence,
} from '@xuanpai/contracts/evidence';
import type { Attachment, Prisma } from '@xuanpai/database/generated/client';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { filesOf, thumbnailsOf } from '../../lib/evidence/files.ts';
import { owners } from '../../lib/evidence/owners.ts';
import { makeThumbnail } from '../../lib/evidence/pictures.ts';
import { knownBefore } from '../../lib/known.ts';
import { docx, type StoredFileReply, xlsx } from '../../lib/route.ts';
import { keepThumbnail } from './add.ts';
import { findAttachment, findOwner } from './reach.ts';

export function presentEvidence(row: Attachment): Evidence {
  const { id, name, type, size, width, height, uploadedByName, uploadedAt } = row;
  const picture = { width, height };
  return { id, name, type, size, ...picture, uploadedByName, uploadedAt: uploadedAt.toISOString() };
}

/** The files of a row, the first one first; of a day that is over, those that were there at its end. */
export async function readEvidence(
  deps: Deps,
  actor: Actor,
  owner: EvidenceOwner,
  { on = deps.today(), known }: Pick<QueryOf<typeof listEvidence>, 'on' | 'known'> = {},
) {
  const { writable, locked } = await findOwner(deps.db.prisma, actor, owner);
  const rows = await deps.db.prisma.attachment.findMany({
    where: {
      [owners[owner.kind].column]: owner.id,
      ...thereAt(knownBefore(on, deps.today(), known)),
    },
    orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }],
  });
  return {
    items: rows.map(presentEvidence),
    writable: writable && locked === null,
    locked: (writable && locked?.[actor.language]) || null,
    megabytes: deps.settings.evidenceMegabytes,
  };
}

/** Those that were there at an instant; null: now. */
function thereAt(before: Date | null): Prisma.AttachmentWhereInput {
  if (before === null) return { removedAt: null };
  return {
    uploadedAt: { lt: before },
    OR: [{ removedAt: null }, { removedAt: { gte: before } }],
  };
}

const mimes: Record<EvidenceType, string> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  docx,
  xlsx,
};

export async function evidenceBytes(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<StoredFileReply> {
  const { row } = await findAttachment(deps.db.prisma, actor, id);
  const path = filesOf(deps).placeOf(row.digest);
  const size = await sizeOf(deps, path, row);
  return { filename: row.name, type: mimes[row.type], path, size };
}

export async function thumbnailBytes(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<StoredFileReply> {
  const { row } = await findAttachment(deps.db.prisma, actor, id);
  if (!isPicture(row.type)) throw notFound();
  const path = thumbnailsOf(deps).placeOf(row.digest);
  const there = await stat(path).catch(() => null);
  if (!there) {
    const place = filesOf(deps).placeOf(row.digest);
    await sizeOf(deps, place, row);
    await keepThumbnail(deps, row.digest, await makeThumbnail(await readFile(place)));
  }
  const size = there?.size ?? (await stat(path)).size;
  return { filename: `${row.name}.jpg`, type: 'image/jpeg', path, size };
}

/** Throws where the disk lacks what the database names: the administrator's to put back. */
async function sizeOf(deps: Deps, path: string, row: Attachment): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (found) return found.size;
  deps.log.error({ attachment: row.id, digest: row.digest }, 'file of an attachment is missing');
  throw new ApiError('notFound', {
    detail: {
      zh: `“${row.name}”的文件不在服务器上，请联系系统管理员从备份恢复。`,
      en: `The file “${row.name}” isn’t on the server; ask the administrator to restore it.`,
    },
  });
}
