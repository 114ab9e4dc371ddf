import type { ImportKind } from '@xuanpai/contracts/imports';
import type { ImportKindOf } from './import-kind.ts';
import { attendanceKind } from './import-kinds/attendance.ts';
import { ballotsKind } from './import-kinds/ballots.ts';
import { cadresKind } from './import-kinds/cadres.ts';
import { regionsKind } from './import-kinds/regions.ts';
import { targetsKind } from './import-kinds/targets.ts';
import { trainingsKind } from './import-kinds/trainings.ts';
import { unitsKind } from './import-kinds/units.ts';
import { villagesKind } from './import-kinds/villages.ts';
import { workExpensesKind } from './import-kinds/work-expenses.ts';

/** A kind whose records only itself knows: what it examined, it gets back to apply. */
export type AnyImportKind = ImportKindOf<unknown>;

export const importKinds: Readonly<Record<ImportKind, AnyImportKind>> = {
  regions: regionsKind as AnyImportKind,
  villages: villagesKind as AnyImportKind,
  units: unitsKind as AnyImportKind,
  cadres: cadresKind as AnyImportKind,
  attendance: attendanceKind as AnyImportKind,
  targets: targetsKind as AnyImportKind,
  ballots: ballotsKind as AnyImportKind,
  workExpenses: workExpensesKind as AnyImportKind,
  trainings: trainingsKind as AnyImportKind,
};
