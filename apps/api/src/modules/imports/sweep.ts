import type { Tx } from '@xuanpai/database/transaction';

/**
 * Files and staged rows are kept for seven days; what an import was stays in the list, and its
 * changes in the audit log. Run at each upload.
 */
export async function sweepImports(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM import_row USING import WHERE import.id = import_row.import_id
      AND import.created_at < now() - interval '7 days'`;
  await tx.$executeRaw`
    DELETE FROM import WHERE status <> 'committed' AND created_at < now() - interval '7 days'`;
  await tx.$executeRaw`
    UPDATE import SET file_cipher = NULL, findings = NULL
    WHERE file_cipher IS NOT NULL AND created_at < now() - interval '7 days'`;
}
