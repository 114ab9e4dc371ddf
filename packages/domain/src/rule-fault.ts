import type { Basis } from '@xuanpai/contracts/problems';
import type { Text } from '@xuanpai/contracts/text';

/** What is wrong with an input: where, which rule with its basis (null: a rule of form), what to do. */
export interface RuleFault {
  path: string;
  code: string;
  message: Text;
  basis: Basis | null;
  remedy: Text | null;
}
