import { type ImportKind, importKinds } from '@xuanpai/contracts/imports';
import { useCan } from '../../lib/can.tsx';

/** What the person may import: the registers as a planner, a township's months and targets as an officer, ballots as an evaluator, lists of trainings, work expenses as the office. */
export function useKinds(): ImportKind[] {
  const registers = useCan('imports.write');
  const attendance = useCan('attendance.write');
  const targets = useCan('targets.report');
  const ballots = useCan('ballots.enter');
  const trainings = useCan('trainings.write');
  const workExpenses = useCan('expenses.import');
  const own: Partial<Record<ImportKind, boolean>> = {
    ...{ attendance, targets, ballots, trainings, workExpenses },
  };
  return importKinds.filter((kind) => own[kind] ?? registers);
}
