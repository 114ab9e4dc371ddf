import type { Basis } from '@xuanpai/contracts/problems';
import type { Text } from '@xuanpai/contracts/text';

/** What is wrong with a row, or worth knowing about it, before the language is chosen. */
export interface RowProblem {
  /** Null: the whole row. */
  field: string | null;
  code: string;
  message: Text;
  basis: Basis | null;
  remedy: Text | null;
}

/** A problem without a rule behind it: the form of the cell itself is wrong. */
export function rowProblem(
  field: string | null,
  code: string,
  message: Text,
  remedy: Text | null = null,
  basis: Basis | null = null,
): RowProblem {
  return { field, code, message, basis, remedy };
}
