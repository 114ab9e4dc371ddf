import type { Json } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import { districtCodeOf, districtName, townshipUnitName } from '@xuanpai/domain/imports/townships';
import { v7 as uuid } from 'uuid';
import type { AuditChange } from '../audit.ts';
import { unitKeys } from './unit.ts';

interface NamedRegion {
  code: string;
  name: string;
}

/**
 * Creates townships with their district, where that is missing, and their own office (街道 → 党工委,
 * 镇 → 党委), which their cadres come from. None of them may exist yet.
 */
export async function createTownships(tx: Tx, townships: NamedRegion[]): Promise<AuditChange[]> {
  if (townships.length === 0) return [];
  const codes = [...new Set(townships.map(({ code }) => districtCodeOf(code)))];
  const districts = await ensureDistricts(
    tx,
    codes.map((code) => ({ code, name: districtName(code) })),
  );
  const rows = townships.map(({ code, name }) => {
    const parentId = districts.ids.get(districtCodeOf(code)) ?? null;
    return { id: uuid(), code, name, level: 'township' as const, parentId };
  });
  await tx.region.createMany({ data: rows });
  const offices = await createOffices(tx, rows);
  return [...districts.changes, ...rows.map((row) => created('region', row)), ...offices];
}

/** Creates the districts that aren't there yet; gives the ids of all. */
export async function ensureDistricts(tx: Tx, districts: NamedRegion[]) {
  const codes = districts.map(({ code }) => code);
  const known = await tx.region.findMany({ where: { code: { in: codes } } });
  const ids = new Map(known.map(({ code, id }) => [code, id]));
  const rows = districts
    .filter(({ code }) => !ids.has(code))
    .map(({ code, name }) => ({ id: uuid(), code, name, level: 'district' as const }));
  await tx.region.createMany({ data: rows });
  for (const { code, id } of rows) ids.set(code, id);
  return { ids, changes: rows.map((row) => created('region', row)) };
}

/** An office that is in the register under this name already is the township's from now on. */
async function createOffices(tx: Tx, townships: (NamedRegion & { id: string })[]) {
  const kind = 'townshipOffice' as const;
  const names = townships.map(({ name }) => townshipUnitName(name));
  const known = new Map(
    (await tx.unit.findMany({ where: { name: { in: names } } })).map((unit) => [unit.name, unit]),
  );
  const changes: AuditChange[] = [];
  const rows = [];
  for (const { id: townshipId, name: township } of townships) {
    const name = townshipUnitName(township);
    const unit = known.get(name);
    if (!unit) {
      rows.push({ id: uuid(), name, kind, townshipId, strengths: [], ...unitKeys({ name }) });
    } else if (unit.townshipId === null) {
      const data = { townshipId, kind };
      await tx.unit.update({
        where: { id: unit.id },
        data: { ...data, version: { increment: 1 } },
      });
      const before = { townshipId: null, kind: unit.kind };
      const versionAfter = unit.version + 1;
      changes.push({ entity: 'unit', entityId: unit.id, versionAfter, before, after: data });
    }
  }
  await tx.unit.createMany({ data: rows });
  return [...changes, ...rows.map(({ searchKey: _, ...row }) => created('unit', row))];
}

function created(
  entity: string,
  { id, ...after }: { id: string; [field: string]: Json },
): AuditChange {
  return { entity, entityId: id, versionAfter: 1, before: null, after };
}
