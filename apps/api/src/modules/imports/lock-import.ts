import type { Import as ImportRecord } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { notFound } from '../../lib/api-error.ts';

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
