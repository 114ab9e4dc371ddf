import { type RowProblem, rowProblem } from '@xuanpai/domain/imports/row-problem';
import type { ImportContext } from '../import-kind.ts';
import type { CadreRegister, KnownUnit } from './cadre-register.ts';

/** Whom a row is about, and the unit that it gives. */
interface Nominee {
  row: number;
  idNumber: string | null;
  unit: string | null | undefined;
}

/** Cadres asked for in one query. */
const slice = 5_000;

/**
 * A district unit names at most its quota to a batch: those that it has named before, and isn't
 * moving away in this file, count first; then the file's rows in their order. Gives the faults by row.
 */
export async function quotaFaults(
  context: ImportContext,
  register: CadreRegister,
  nominees: readonly Nominee[],
): Promise<Map<number, RowProblem>> {
  const faults = new Map<number, RowProblem>();
  if (!context.batch) return faults;
  const known = await knownPeople(context, nominees);
  const inFile = new Set([...known.values()].map(({ id }) => id));
  const named = new Map<string, number>();
  for (const { cadreId, unitId } of register.active.values()) {
    if (!inFile.has(cadreId)) count(named, unitId);
  }
  for (const { person } of nominees.map(withPerson).filter(stays)) {
    if (person) count(named, person.unitId);
  }
  for (const nominee of nominees.map(withPerson).filter((one) => !stays(one))) {
    const { row, idNumber, unit: name, person } = nominee;
    const unit = name ? register.unitOf(name) : register.unitsById.get(person?.unitId ?? '');
    if (idNumber === null || !unit || steppedAside(person)) continue;
    const number = count(named, unit.id);
    if (unit.quota !== null && number > unit.quota)
      faults.set(row, fault(unit, unit.quota, number));
  }
  return faults;

  function withPerson(nominee: Nominee) {
    return { ...nominee, person: known.get(nominee.idNumber ?? '') };
  }

  /** Named already by the unit that the file gives: importing again must not trouble anybody. */
  function stays({ unit, person }: ReturnType<typeof withPerson>): boolean {
    const nomination = person && register.active.get(person.id);
    if (!nomination) return false;
    return !unit || register.unitOf(unit)?.id === nomination.unitId;
  }

  function steppedAside(person: Person | undefined): boolean {
    return person !== undefined && !register.active.has(person.id) && register.ever.has(person.id);
  }
}

interface Person {
  id: string;
  unitId: string;
}

async function knownPeople({ client, keys }: ImportContext, nominees: readonly Nominee[]) {
  const people = new Map<string, Person>();
  const idNumbers = [...new Set(nominees.flatMap(({ idNumber }) => idNumber ?? []))];
  for (let at = 0; at < idNumbers.length; at += slice) {
    const codes = new Map(
      idNumbers
        .slice(at, at + slice)
        .flatMap((idNumber) => keys.codesOf(idNumber).map((code) => [code, idNumber])),
    );
    const found = await client.cadre.findMany({
      where: { idNumberHmac: { in: [...codes.keys()] } },
      select: { id: true, unitId: true, idNumberHmac: true },
    });
    for (const { idNumberHmac, ...person } of found) {
      people.set(codes.get(idNumberHmac) ?? '', person);
    }
  }
  return people;
}

function count(named: Map<string, number>, unitId: string): number {
  const next = (named.get(unitId) ?? 0) + 1;
  named.set(unitId, next);
  return next;
}

function fault({ name }: KnownUnit, quota: number, nominee: number): RowProblem {
  return rowProblem(
    'unit',
    'overQuota',
    {
      zh: `${name}的名额是${quota}名，这是第${nominee}名。`,
      en: `${name} has a quota of ${quota}; this is number ${nominee}.`,
    },
    {
      zh: '请减少人选，或先在单位名册中调整名额。',
      en: 'Name fewer people, or change the quota in the register of units first.',
    },
  );
}
