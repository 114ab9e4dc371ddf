import { raw, type Sql, sql } from '../sql.ts';

/** Whether a file was there at an instant; null: now. `alias` is that of `attachment`. */
export function fileThereAt(alias: string, before: Date | null): Sql {
  const file = raw(alias);
  if (before === null) return sql`${file}.removed_at IS NULL`;
  return sql`(${file}.uploaded_at < ${before}
    AND (${file}.removed_at IS NULL OR ${file}.removed_at >= ${before}))`;
}
