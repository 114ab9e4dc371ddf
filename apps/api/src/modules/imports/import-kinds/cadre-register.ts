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

/** Whom the batch has: in force, and named before. */
interface Named {
  active: ReadonlyMap<string, KnownNomination>;
  ever: ReadonlySet<string>;
}

export interface CadreRegister extends Named {
  unitOf(name: string): KnownUnit | undefined;
  unitsById: ReadonlyMap<string, KnownUnit>;
  /** Those of these people that the register has, by ID number. */
  cadres(idNumbers: string[]): Promise<Map<string, KnownCadre>>;
  unitNames: readonly string[];
  townships: ReadonlySet<string>;
}

/** What a nominees' book is checked against: units, townships, the batch's nominations, people. */
export async function readCadreRegister(context: ImportContext): Promise<CadreRegister> {
  const { client } = context;
  const units = await client.unit.findMany({
    select: { id: true, name: true, kind: true, quota: true },
  });
  const unitsByName = new Map(units.map((unit) => [searchKey(unit.name), unit]));
  const unitsById = new Map(units.map((unit) => [unit.id, unit]));
  const named = await readNamed(context);
  const townships = await client.region.findMany({ where: { level: 'township' } });
  // Thousands of rows name the same few units.
  const asWritten = new Map<string, KnownUnit | undefined>();
  return {
    ...named,
    unitOf: (name) => {
      if (!asWritten.has(name)) asWritten.set(name, unitsByName.get(searchKey(name)));
      return asWritten.get(name);
    },
    unitsById,
    cadres: (idNumbers) => readCadres(context, idNumbers, unitsById, named),
    unitNames: units.map(({ name }) => name),
    townships: new Set(townships.map(({ name }) => searchKey(name))),
  };
}

async function readNamed({ client, batch }: ImportContext): Promise<Named> {
  const all = await client.nomination.findMany({
    where: { batchId: { in: batch ? [batch.id] : [] } },
    select: { id: true, cadreId: true, unitId: true, category: true, version: true, state: true },
  });
  const active = all.filter(({ state }) => state === 'active');
  return {
    active: new Map(active.map((nomination) => [nomination.cadreId, nomination])),
    ever: new Set(all.map(({ cadreId }) => cadreId)),
  };
}

async function readCadres(
  { client, keys }: ImportContext,
  idNumbers: string[],
  units: ReadonlyMap<string, KnownUnit>,
  { active, ever }: Named,
): Promise<Map<string, KnownCadre>> {
  const codes = new Map(
    idNumbers.flatMap((idNumber) => keys.codesOf(idNumber).map((code) => [code, idNumber])),
  );
  const among = await client.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM cadre WHERE id_number_hmac = ANY(${[...codes.keys()]})`;
  if (among.length === 0) return new Map();
  const found = await client.cadre.findMany({ where: { id: { in: among.map(({ id }) => id) } } });
  const cadres = new Map<string, KnownCadre>();
  for (const row of found) {
    const unit = units.get(row.unitId);
    const idNumber = codes.get(row.idNumberHmac);
    if (!unit || !idNumber) continue;
    const nomination = active.get(row.id) ?? null;
    cadres.set(idNumber, {
      id: row.id,
      version: row.version,
      record: recordOf(keys, row),
      unit,
      nomination,
      steppedAside: !nomination && ever.has(row.id),
    });
  }
  return cadres;
}
