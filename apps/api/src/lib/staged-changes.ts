import { createHash } from 'node:crypto';
import type { Tx } from '@xuanpai/database/transaction';
import { type AuditChange, canonicalChange, prepareChange } from './audit.ts';
import { insertRows } from './records/insert-rows.ts';

const types = {
  id: 'uuid',
  entity: 'text',
  entity_id: 'text',
  version_after: 'int',
  before: 'jsonb',
  after: 'jsonb',
};

/**
 * The changes of one act, taken a few thousand at a time: they wait in a table of the transaction for
 * the number of their entry, which is known only at its end. One to a transaction.
 */
export class StagedChanges {
  readonly #tx: Tx;
  readonly #hash = createHash('sha256');

  private constructor(tx: Tx) {
    this.#tx = tx;
  }

  static async open(tx: Tx): Promise<StagedChanges> {
    await tx.$executeRaw`CREATE TEMP TABLE staged_change (id uuid, entity text, entity_id text,
      version_after int, before jsonb, after jsonb) ON COMMIT DROP`;
    return new StagedChanges(tx);
  }

  async add(changes: readonly AuditChange[]): Promise<void> {
    const prepared = changes.map(prepareChange);
    for (const change of prepared) this.#hash.update(canonicalChange(change));
    const rows = prepared.map(({ entityId, versionAfter, ...change }) => ({
      ...change,
      entity_id: entityId,
      version_after: versionAfter ?? null,
    }));
    await insertRows(this.#tx, 'staged_change', types, rows);
  }

  /** To be asked for once, after the last change. */
  digest(): string {
    return this.#hash.digest('hex');
  }

  /** Puts the changes to their entry. */
  async keep(seq: number): Promise<void> {
    await this.#tx.$executeRaw`
      INSERT INTO audit_change (id, seq, entity, entity_id, version_after, before, after)
      SELECT id, ${seq}::int, entity, entity_id, version_after, before, after FROM staged_change`;
  }
}
