import type { BodyInputOf } from '@xuanpai/contracts/endpoint';
import type { changePolicy, PolicyParameter } from '@xuanpai/contracts/policy';
import type { Basis } from '@xuanpai/contracts/problems';
import type { Json, PlainDate } from '@xuanpai/contracts/values';

/** What of a parameter can be changed. */
export interface ParameterValues {
  value: Json;
  inclusive: boolean | null;
  basis: Basis;
}

/** The form: a parameter under its name, and below all the day and the reason. */
export interface PolicyValues {
  parameters: Record<string, ParameterValues>;
  effectiveFrom: string;
  reason: string;
}

/** A key as a field's name: the dot would make two steps of it. */
export function fieldOf(key: string): string {
  return key.replace('.', '_');
}

export function valuesOf(items: readonly PolicyParameter[]): PolicyValues['parameters'] {
  return Object.fromEntries(
    items.map(({ key, value, inclusive, basis }) => [fieldOf(key), { value, inclusive, basis }]),
  );
}

/** JSON with the keys of objects in order and without empty cells, so that equal things look equal. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([, one]) => one !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
}

/** The keys of the parameters that the form has otherwise than the server. */
export function changedKeys(
  items: readonly PolicyParameter[],
  parameters: PolicyValues['parameters'] | undefined,
): string[] {
  return items
    .filter(({ key, value, inclusive, basis }) => {
      const typed = parameters?.[fieldOf(key)];
      return typed !== undefined && canonical(typed) !== canonical({ value, inclusive, basis });
    })
    .map(({ key }) => key);
}

type Change = BodyInputOf<typeof changePolicy>['changes'][number];

/** What is sent: only the changed parameters, an empty cell of a table left out. */
export function changesOf(
  items: readonly PolicyParameter[],
  { parameters, effectiveFrom, reason }: PolicyValues,
  version: number,
): BodyInputOf<typeof changePolicy> {
  const changes = changedKeys(items, parameters).flatMap((key): Change[] => {
    const typed = parameters[fieldOf(key)];
    if (!typed) return [];
    const { value, inclusive, basis } = typed;
    return [
      {
        key,
        value: withoutEmpty(value),
        basis,
        ...(inclusive === null ? {} : { inclusive }),
      },
    ];
  });
  return { effectiveFrom: effectiveFrom as PlainDate, reason, changes, version };
}

/** A cleared cell of a matrix is null in the field and absent in the table. */
function withoutEmpty(value: Json): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([row, cell]) => {
      if (typeof cell !== 'object' || cell === null || Array.isArray(cell)) return [row, cell];
      return [row, Object.fromEntries(Object.entries(cell).filter(([, one]) => one !== null))];
    }),
  );
}
