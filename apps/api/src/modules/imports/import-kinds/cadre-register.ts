import type { Category, UnitKind } from '@xuanpai/contracts/values';
import { searchKey } from '@xuanpai/domain/office/text';
import { type CadreRecord, recordOf } from '../../../lib/records/cadre.ts';
import type { ImportContext } from '../import-kind.ts';

export interface KnownUnit {
  id: string;
  name: string;
  kind: UnitKind;
  quota: number | null;
}

export interface KnownNomination {
  id: string;
  cadreId: string;
  unitId: string;
  category: Category;
  version: number;
}

export interface KnownCadre {
  id: string;
  version: number;
  record: CadreRecord;
  unit: KnownUnit;
  /** In force in the batch. */
  nomination: KnownNomination | null;
  /** Named to the batch before, and replaced or withdrawn since. */
  steppedAside: boolean;
}

export interface CadreRegister {
  unitOf(name: string): KnownUnit | undefined;
  cadreOf(idNumber: string): KnownCadre | undefined;
  /** All nominations in force in the batch, of these people and of others. */
  nominations: KnownNomination[];
  unitNames: readonly string[];
  townships: ReadonlySet<string>;
}

/** What a nominees' book is checked against: units, people by ID number, the batch's nominations. */
export async function readCadreRegister(
  { client, keys, batch }: ImportContext,
  idNumbers: string[],
): Promise<CadreRegister> {
  const units = await client.unit.findMany({
    select: { id: true, name: true, kind: true, quota: true },
  });
  const unitsByName = new Map(units.map((unit) => [searchKey(unit.name), unit]));
  const unitsById = new Map(units.map((unit) => [unit.id, unit]));
  const codes = new Map(
    idNumbers.flatMap((idNumber) => keys.codesOf(idNumber).map((code) => [code, idNumber])),
  );
  const found = await client.cadre.findMany({ where: { idNumberHmac: { in: [...codes.keys()] } } });
  const all = await client.nomination.findMany({
    where: { batchId: { in: batch ? [batch.id] : [] } },
    select: { id: true, cadreId: true, unitId: true, category: true, version: true, state: true },
  });
  const nominations = all.filter(({ state }) => state === 'active');
  const active = new Map(nominations.map((nomination) => [nomination.cadreId, nomination]));
  const ever = new Set(all.map(({ cadreId }) => cadreId));
  const cadres = new Map<string, KnownCadre>();
  for (const row of found) {
    const unit = unitsById.get(row.unitId);
    const idNumber = codes.get(row.idNumberHmac);
    if (!unit || !idNumber) continue;
    const nomination = active.get(row.id) ?? null;
    const steppedAside = !nomination && ever.has(row.id);
    const record = recordOf(keys, row);
    cadres.set(idNumber, {
      id: row.id,
      version: row.version,
      record,
      unit,
      nomination,
      steppedAside,
    });
  }
  const townships = await client.region.findMany({ where: { level: 'township' } });
  return {
    unitOf: (name) => unitsByName.get(searchKey(name)),
    cadreOf: (idNumber) => cadres.get(idNumber),
    nominations,
    unitNames: units.map(({ name }) => name),
    townships: new Set(townships.map(({ name }) => searchKey(name))),
  };
}
