import type { WeightChanges } from '@xuanpai/contracts/plans';
import type { PolicyParameter } from '@xuanpai/contracts/policy';
import type { Json } from '@xuanpai/contracts/values';
import { checkValue } from '@xuanpai/domain/policy/check-value';
import { isPolicyKey, templateOf } from '@xuanpai/domain/policy/template';

/** The weights of a policy in the order of its form. */
export function weightsIn(items: readonly PolicyParameter[]): PolicyParameter[] {
  return items.filter(({ group }) => group === 'scores');
}

/** These say how a match is reckoned; they give no points of their own. */
const inMatch = new Set(['score.need', 'score.matchSpeciality', 'score.matchUnit']);

export function isInMatch({ key }: Pick<PolicyParameter, 'key'>): boolean {
  return inMatch.has(key);
}

/** Equal whatever the order of their names. */
export function isSame(a: Json | undefined, b: Json | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  const at = (value: object, name: string) => (value as Record<string, Json>)[name];
  return [...names].every((name) => isSame(at(a, name), at(b, name)));
}

/** One weight tried at another value; what equals the policy's again is no change. */
export function withValue(
  tried: WeightChanges,
  { key, value: policy }: PolicyParameter,
  value: Json,
): WeightChanges {
  const { [key]: _, ...rest } = tried;
  return isSame(value, policy) ? rest : { ...rest, [key]: value };
}

/** The weights whose tried value can't be, by the same check as the server's. */
export function faultyKeys(tried: WeightChanges): string[] {
  return Object.entries(tried)
    .filter(([key, value]) => isPolicyKey(key) && checkValue(templateOf(key), value).length > 0)
    .map(([key]) => key);
}

/** The table with another cell; null empties it. */
export function withCell(
  value: Json,
  [row = '', column]: readonly string[],
  cell: number | null,
): Json {
  const table = value as Record<string, Json>;
  if (column === undefined) return put(table, row, cell);
  return { ...table, [row]: put((table[row] ?? {}) as Record<string, Json>, column, cell) };
}

function put(row: Record<string, Json>, name: string, cell: number | null): Record<string, Json> {
  const { [name]: _, ...rest } = row;
  return cell === null ? rest : { ...rest, [name]: cell };
}
