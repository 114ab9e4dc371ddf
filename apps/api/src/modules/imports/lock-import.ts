import type { Import as ImportRecord } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { notFound } from '../../lib/api-error.ts';
import type { Keyring } from '../../lib/keyring.ts';
import { openFile } from './staging.ts';

export type LockedImport = Omit<ImportRecord, 'fileCipher'>;

/**
 * Holds an import to the end of the transaction. Whoever reads or writes it holds it all the while:
 * as long as it can't be had, they are alive.
 */
export async function lockImport(tx: Tx, id: string): Promise<LockedImport> {
  await tx.$queryRaw`SELECT 1 FROM import WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.import.findUnique({ where: { id }, omit: { fileCipher: true } });
  if (!row || row.status === 'discarded') throw notFound();
  return row;
}

/** Bytes of a file that are read at a time: as text they take three times that of a thread's heap. */
const slice = 4 * 1024 * 1024;

/** The file as it was uploaded; null once it is swept. */
export async function fileOf(
  db: Pick<Tx, '$queryRaw'>,
  keys: Keyring,
  id: string,
): Promise<Buffer | null> {
  const [kept] = await db.$queryRaw<{ bytes: number | null }[]>`
    SELECT octet_length(file_cipher) AS bytes FROM import WHERE id = ${id}::uuid`;
  if (!kept?.bytes) return null;
  const sealed = Buffer.allocUnsafe(kept.bytes);
  for (let at = 0; at < kept.bytes; at += slice) {
    const [part] = await db.$queryRaw<{ bytes: Uint8Array }[]>`
      SELECT substring(file_cipher FROM ${at + 1}::int FOR ${slice}::int) AS bytes
      FROM import WHERE id = ${id}::uuid`;
    // Swept meanwhile: only a reader who doesn't hold the import can see that.
    if (!part?.bytes) return null;
    sealed.set(part.bytes, at);
  }
  return openFile(keys, id, sealed);
}
