import { createHash } from 'node:crypto';
import type { Tx } from '@xuanpai/database/transaction';
import { v7 as uuid } from 'uuid';
import { type AuditChange, canonicalChange, prepareChange } from './audit.ts';
import { insertRows } from './records/insert-rows.ts';

const types = {
  id: 'uuid',
  act_id: 'uuid',
  entity: 'text',
  entity_id: 'text',
  version_after: 'int',
  before: 'jsonb',
  after: 'jsonb',
};

/**
 * The changes of one act, written a few thousand at a time, ahead of their entry: its number is known
 * only under the chain's lock, and 100,000 rows written there would have everybody wait for seconds.
 */
export class StagedChanges {
  /** What the entry and its changes bear. */
  readonly actId = uuid();
  readonly #tx: Tx;
  readonly #hash = createHash('sha256');

  private constructor(tx: Tx) {
    this.#tx = tx;
  }

  static async open(tx: Tx): Promise<StagedChanges> {
    const staged = new StagedChanges(tx);
    await tx.$executeRaw`INSERT INTO audit_act (id) VALUES (${staged.actId}::uuid)`;
    return staged;
  }

  async add(changes: readonly AuditChange[]): Promise<void> {
    const prepared = changes.map(prepareChange);
    for (const change of prepared) this.#hash.update(canonicalChange(change));
    const rows = prepared.map(({ entityId, versionAfter, ...change }) => ({
      ...change,
      act_id: this.actId,
      entity_id: entityId,
      version_after: versionAfter ?? null,
    }));
    await insertRows(this.#tx, 'audit_change', types, rows);
  }

  /** To be asked for once, after the last change. */
  digest(): string {
    return this.#hash.digest('hex');
  }
}
