import type { CadreField } from '@xuanpai/domain/imports/cadre-columns';
import type { CadreRow } from '@xuanpai/domain/imports/cadre-row';
import type { RowReader } from '@xuanpai/domain/imports/row-reader';
import type { CadreRegister, KnownCadre, KnownUnit } from './cadre-register.ts';

interface Nominee {
  row: { row: number };
  cadre: CadreRow | null;
  reader: RowReader<CadreField>;
  known: KnownCadre | undefined;
}

/**
 * A district unit names at most its quota to a batch: those that it has named before, and isn't
 * moving away in this file, count first; then the file's rows in their order.
 */
export function checkQuotas(nominees: readonly Nominee[], register: CadreRegister): void {
  const inFile = new Set(nominees.flatMap(({ known }) => known?.id ?? []));
  const named = new Map<string, number>();
  for (const { cadreId, unitId } of register.nominations) {
    if (!inFile.has(cadreId)) count(named, unitId);
  }
  const staying = nominees.filter(stays);
  for (const { known } of staying) if (known) count(named, known.unit.id);
  for (const { cadre, reader, known } of nominees.filter((one) => !stays(one))) {
    const unit = cadre?.unit ? register.unitOf(cadre.unit) : known?.unit;
    if (!cadre || !unit || known?.steppedAside) continue;
    const nominee = count(named, unit.id);
    if (unit.quota !== null && nominee > unit.quota) refuse(reader, unit, unit.quota, nominee);
  }

  /** Named already by the unit that the file gives: importing again must not trouble anybody. */
  function stays({ cadre, known }: Nominee): boolean {
    if (!known?.nomination) return false;
    return !cadre?.unit || register.unitOf(cadre.unit)?.id === known.nomination.unitId;
  }
}

function count(named: Map<string, number>, unitId: string): number {
  const next = (named.get(unitId) ?? 0) + 1;
  named.set(unitId, next);
  return next;
}

function refuse(reader: RowReader<CadreField>, unit: KnownUnit, quota: number, nominee: number) {
  reader.refuse(
    'unit',
    'overQuota',
    {
      zh: `${unit.name}的名额是${quota}名，这是第${nominee}名。`,
      en: `${unit.name} has a quota of ${quota}; this is number ${nominee}.`,
    },
    {
      zh: '请减少人选，或先在单位名册中调整名额。',
      en: 'Name fewer people, or change the quota in the register of units first.',
    },
  );
}
