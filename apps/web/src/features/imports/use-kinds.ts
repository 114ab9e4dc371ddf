import { type ImportKind, importKinds } from '@xuanpai/contracts/imports';
import { useCan } from '../../lib/can.tsx';

/** What the person may import: the registers as a planner, a township's months as an officer. */
export function useKinds(): ImportKind[] {
  const registers = useCan('imports.write');
  const attendance = useCan('attendance.write');
  return importKinds.filter((kind) => (kind === 'attendance' ? attendance : registers));
}
