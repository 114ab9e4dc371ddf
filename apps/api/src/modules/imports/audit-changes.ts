import type { AuditChange } from '../../lib/audit.ts';
import type { RowToWrite } from './import-kind.ts';

/** What the audit keeps of a row: a new one as written, a changed one field by field, masked. */
export function auditChange(
  entity: string,
  entityId: string,
  { state, values, changes }: Pick<RowToWrite<unknown>, 'state' | 'values' | 'changes'>,
  versionAfter: number,
): AuditChange {
  if (state === 'new') return { entity, entityId, versionAfter, before: null, after: values };
  const side = (of: 'was' | 'is') =>
    Object.fromEntries(changes.map((change) => [change.field, change[of]]));
  return { entity, entityId, versionAfter, before: side('was'), after: side('is') };
}
