import type { PlainDate } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import type { AuditChange } from '../../../lib/audit.ts';
import type { VillageRows } from './village-writes.ts';

/**
 * Kinds and city dispatch of the batch; what the sheet lacks stays as it is. A kind that is given to a village
 * which had been described before counts from today.
 */
export async function writeBatchVillages(
  tx: Tx,
  batchId: string,
  rows: VillageRows,
  today: PlainDate,
): Promise<AuditChange[]> {
  const values = rows.map(({ id, record: { kinds, cityDispatched, inBatch } }) => ({
    id,
    before: inBatch,
    after: {
      kinds: kinds ?? inBatch?.kinds ?? [],
      cityDispatched: cityDispatched ?? inBatch?.cityDispatched ?? false,
    },
  }));
  const changed = values.filter(
    ({ before, after }) =>
      !before ||
      before.cityDispatched !== after.cityDispatched ||
      [...before.kinds].sort().join() !== [...after.kinds].sort().join(),
  );
  const data = changed.map(({ id, after: { kinds, cityDispatched } }) => ({
    id,
    kinds,
    city: cityDispatched,
  }));
  await tx.$executeRaw`
    INSERT INTO batch_village (batch_id, village_id, kinds, city_dispatched)
    SELECT ${batchId}::uuid, id, kinds, city FROM jsonb_to_recordset(${JSON.stringify(data)}::jsonb)
      AS r(id uuid, kinds village_kind[], city boolean)
    ON CONFLICT (batch_id, village_id) DO UPDATE SET kinds = EXCLUDED.kinds,
      city_dispatched = EXCLUDED.city_dispatched, version = batch_village.version + 1,
      kinds_from = (SELECT coalesce(jsonb_object_agg(k, coalesce(batch_village.kinds_from ->> k::text, ${today}))
        FILTER (WHERE NOT k = ANY(batch_village.kinds) OR batch_village.kinds_from ? k::text), '{}')
        FROM unnest(EXCLUDED.kinds) k)`;
  return changed.map(({ id, before, after }) => ({
    entity: 'batchVillage',
    entityId: `${batchId}.${id}`,
    versionAfter: (before?.version ?? 0) + 1,
    before: before && { kinds: before.kinds, cityDispatched: before.cityDispatched },
    after,
  }));
}
