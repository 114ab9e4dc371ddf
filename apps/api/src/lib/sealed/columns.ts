/** A column of ciphertexts by the keyring. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The name that the ciphertext is bound to. */
  readonly boundAs: string;
  /** The primary key with its types, in order: the values, joined by dots, are bound in as well. */
  readonly key: Readonly<Record<string, 'uuid' | 'int' | 'text'>>;
  /** `bytea` instead of `text`. */
  readonly bytes?: true;
  /** The column that keeps the HMAC of the same text, to find it by. */
  readonly code?: string;
  /** Rows that are renewed in one transaction; of imports of before pieces, one may be a file of 50 MB. */
  readonly batch: number;
}

/**
 * Every column that holds ciphertext. The keyring seals for these places only, so that a new one is
 * known to `rekey` and to backups from its first day.
 */
export const sealedColumns: readonly SealedColumn[] = [
  {
    table: 'cadre',
    column: 'id_number_cipher',
    boundAs: 'id_number',
    key: { id: 'uuid' },
    code: 'id_number_hmac',
    batch: 200,
  },
  {
    table: 'cadre',
    column: 'home_address_cipher',
    boundAs: 'home_address',
    key: { id: 'uuid' },
    batch: 200,
  },
  {
    table: 'cadre',
    column: 'health_cipher',
    boundAs: 'health',
    key: { id: 'uuid' },
    batch: 200,
  },
  {
    table: 'second_factor',
    column: 'secret_cipher',
    boundAs: 'secret',
    key: { user_id: 'uuid' },
    batch: 200,
  },
  {
    table: 'import',
    column: 'file_cipher',
    boundAs: 'file_cipher',
    key: { id: 'uuid' },
    bytes: true,
    batch: 1,
  },
  {
    table: 'import_piece',
    column: 'data',
    boundAs: 'data',
    key: { file_id: 'uuid', piece: 'int' },
    bytes: true,
    batch: 4,
  },
  { table: 'import', column: 'findings', boundAs: 'findings', key: { id: 'uuid' }, batch: 5 },
  { table: 'import', column: 'failure', boundAs: 'failure', key: { id: 'uuid' }, batch: 20 },
  {
    table: 'import_row',
    column: 'data',
    boundAs: 'data',
    key: { import_id: 'uuid', row: 'int' },
    batch: 200,
  },
  { table: 'import_run', column: 'task', boundAs: 'task', key: { import_id: 'uuid' }, batch: 20 },
  {
    table: 'idempotency_key',
    column: 'reply',
    boundAs: 'reply',
    key: { user_id: 'uuid', key: 'text' },
    batch: 50,
  },
];

const places = new Set(sealedColumns.map(({ table, boundAs }) => `${table}.${boundAs}`));

/** Whether ciphertexts of a place are known here. */
export function isSealedPlace({ table, column }: { table: string; column: string }): boolean {
  return places.has(`${table}.${column}`);
}
