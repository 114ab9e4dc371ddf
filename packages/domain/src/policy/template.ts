import type { Basis } from '@xuanpai/contracts/problems';
import type { Text } from '@xuanpai/contracts/text';
import type { Json } from '@xuanpai/contracts/values';
import type { PolicyGroup, PolicyKey } from './keys.ts';
import data from './template.json' with { type: 'json' };

export interface NumberRange {
  least: number;
  most: number;
  decimals: number;
}

/** A parameter as the notice, the law or this office's reading gives it: what a first batch starts from. */
export interface PolicyTemplate {
  key: PolicyKey;
  group: PolicyGroup;
  label: Text;
  unit: Text;
  /** A `rule` has no number and always holds: only its basis can be changed. */
  kind: 'number' | 'switch' | 'choice' | 'table' | 'rule';
  value: Json;
  /** For bounds: whether the number itself belongs to it. */
  inclusive?: boolean;
  /** For numbers: what can be entered, and with how many decimals. */
  range?: NumberRange;
  options?: { value: string; label: Text }[];
  basis: Basis;
}

export const policyTemplate = data as PolicyTemplate[];

const byKey = new Map(policyTemplate.map((parameter) => [parameter.key, parameter]));

/** Throws RangeError for a key that the template lacks. */
export function templateOf(key: PolicyKey): PolicyTemplate {
  const parameter = byKey.get(key);
  if (!parameter) throw new RangeError(`${key} is not a policy parameter`);
  return parameter;
}

export function isPolicyKey(key: string): key is PolicyKey {
  return byKey.has(key as PolicyKey);
}
