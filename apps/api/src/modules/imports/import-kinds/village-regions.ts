import type { Tx } from '@xuanpai/database/transaction';
import { townshipCodeOf } from '@xuanpai/domain/imports/townships';
import { v7 as uuid } from 'uuid';
import type { AuditChange } from '../../../lib/audit.ts';
import { createTownships } from '../../../lib/records/townships.ts';
import type { VillageRows } from './village-writes.ts';

/** Townships and villages that the code list doesn't have yet come with the register. */
export async function createMissingRegions(tx: Tx, rows: VillageRows): Promise<AuditChange[]> {
  const townshipsOf = new Map(
    rows.map(({ record }) => [townshipCodeOf(record.code), record.townshipName]),
  );
  const wanted = [...townshipsOf.keys(), ...rows.map(({ record }) => record.code)];
  const known = new Set(
    (await tx.region.findMany({ where: { code: { in: wanted } } })).map(({ code }) => code),
  );
  const townships = [...townshipsOf].flatMap(([code, name]) =>
    known.has(code) ? [] : [{ code, name }],
  );
  const created = await createTownships(tx, townships);
  const ids = await townshipIds(tx);
  const villages = rows
    .filter(({ state, record }) => state === 'new' && !known.has(record.code))
    .map(({ record: { code, name } }) => ({
      id: uuid(),
      code,
      name: name ?? code,
      level: 'village' as const,
      parentId: ids.get(townshipCodeOf(code)) ?? null,
    }));
  await tx.region.createMany({ data: villages });
  return [
    ...created,
    ...villages.map(({ id, ...after }) => ({
      entity: 'region',
      entityId: id,
      versionAfter: 1,
      before: null,
      after,
    })),
  ];
}

/** The ids of all townships by code. */
export async function townshipIds(tx: Tx): Promise<Map<string, string>> {
  const regions = await tx.region.findMany({ where: { level: 'township' } });
  return new Map(regions.map(({ code, id }) => [code, id]));
}
