import type { Tx } from '@xuanpai/database/transaction';

/**
 * Files and staged rows are kept for seven days; what an import was stays in the list, and its
 * changes in the audit log. Pieces of a file whose process ended while it arrived belong to no import;
 * an upload lasts minutes. Run at each upload.
 */
export async function sweepImports(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM import_row USING import WHERE import.id = import_row.import_id
      AND import.created_at < now() - interval '7 days'`;
  await tx.$executeRaw`
    DELETE FROM import WHERE status <> 'committed' AND created_at < now() - interval '7 days'`;
  await tx.$executeRaw`
    DELETE FROM import_piece USING import WHERE import.id = import_piece.import_id
      AND import.created_at < now() - interval '7 days'`;
  await tx.$executeRaw`
    DELETE FROM import_piece WHERE import_id IS NULL AND received_at < now() - interval '1 day'`;
  await tx.$executeRaw`
    UPDATE import SET file_cipher = NULL, findings = NULL
    WHERE findings IS NOT NULL AND created_at < now() - interval '7 days'`;
}
