import type { ProblemCode } from '@xuanpai/contracts/problems';
import type { Text } from '@xuanpai/contracts/text';

/** By the name of a constraint, or of a trigger's own message. */
export type Meanings = Record<string, { code: ProblemCode; text: Text }>;
