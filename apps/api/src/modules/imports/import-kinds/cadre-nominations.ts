import type { Category } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import { tierOfCategory } from '@xuanpai/domain/category-tier';
import { v7 as uuid } from 'uuid';
import type { AuditChange } from '../../../lib/audit.ts';
import type { CadreRecord } from '../../../lib/records/cadre.ts';
import { insertRows } from '../../../lib/records/insert-rows.ts';
import { updateRows } from '../../../lib/records/update-rows.ts';
import type { KnownNomination } from './cadre-register.ts';

interface Nominee {
  cadreId: string;
  after: CadreRecord;
  category: Category | null;
  nomination: KnownNomination | null;
}

/** Names the people to the batch; a nomination in force follows unit and category of the sheet. */
export async function writeNominations(
  tx: Tx,
  batchId: string,
  nominees: readonly Nominee[],
): Promise<AuditChange[]> {
  const added = nominees.flatMap(({ cadreId, after: { unitId }, category, nomination }) =>
    category && !nomination
      ? [{ id: uuid(), batchId, cadreId, unitId, category, tier: tierOfCategory(category) }]
      : [],
  );
  await insertRows(
    tx,
    'nomination',
    {
      id: 'uuid',
      batch_id: 'uuid',
      cadre_id: 'uuid',
      unit_id: 'uuid',
      category: 'category',
      tier: 'tier',
    },
    added.map(({ id, cadreId, unitId, category, tier }) => ({
      id,
      batch_id: batchId,
      cadre_id: cadreId,
      unit_id: unitId,
      category,
      tier,
    })),
  );
  const changed = nominees.flatMap(({ after: { unitId }, category, nomination }) =>
    category && nomination && (nomination.unitId !== unitId || nomination.category !== category)
      ? [{ before: nomination, after: { unitId, category, tier: tierOfCategory(category) } }]
      : [],
  );
  await updateRows(
    tx,
    'nomination',
    { unit_id: 'uuid', category: 'category', tier: 'tier' },
    changed.map(({ before: { id }, after: { unitId, category, tier } }) => ({
      id,
      unit_id: unitId,
      category,
      tier,
    })),
  );
  return [
    ...added.map(({ id, ...after }) => ({
      entity: 'nomination',
      entityId: id,
      versionAfter: 1,
      before: null,
      after,
    })),
    ...changed.map(({ before: { id, unitId, category, version }, after }) => ({
      entity: 'nomination',
      entityId: id,
      versionAfter: version + 1,
      before: { unitId, category, tier: tierOfCategory(category) },
      after: { ...after },
    })),
  ];
}
