import type { PlainDate, VillageKind } from '@xuanpai/contracts/values';
import { measuresOf, type Template, templatesOf } from './measures.ts';

/** What the planner picked for a village, and the day from which it holds. */
export interface TargetChoice {
  families: readonly string[];
  from: PlainDate;
}

export interface AssignedVillage {
  kinds: readonly VillageKind[];
  poor: boolean;
  /** The days on which kinds were given in the middle of the term; the others always were. */
  kindsFrom: { readonly [K in VillageKind]?: PlainDate };
  /** In force by the day that is looked at, the earliest first; the last one holds. */
  choices: readonly TargetChoice[];
}

/** Of decisions in the order in which they were taken those that hold: a later one replaces what was to follow. */
export function choicesInForce(taken: readonly TargetChoice[]): TargetChoice[] {
  return taken.reduce<TargetChoice[]>(
    (before, choice) => [...before.filter(({ from }) => from < choice.from), choice],
    [],
  );
}

/**
 * The day since when a village is asked each measure, by its key; null, or no entry: from the beginning. A
 * measure that comes with two families is asked since the earlier of them, one that only some kinds have not
 * before the village was of one.
 */
export function assignedFrom(
  village: AssignedVillage,
  templates: readonly Template[],
): ReadonlyMap<string, PlainDate> | null {
  const { choices, kindsFrom } = village;
  if (choices.length === 0 && Object.keys(kindsFrom).length === 0) return null;
  const own = { ...village, chosen: choices.at(-1)?.families ?? null };
  const families = templatesOf(own, templates);
  const since = new Map<string, PlainDate>();
  for (const { key, onlyKinds } of measuresOf(own, families)) {
    const having = families.filter(({ measures }) => measures.some((one) => one.key === key));
    const byFamily = earliest(having.map((family) => familyFrom(village, family)));
    const byKind = onlyKinds.length === 0 ? null : kindFrom(village, onlyKinds);
    const from = [byFamily, byKind]
      .filter((one) => one !== null)
      .sort()
      .at(-1);
    if (from !== undefined) since.set(key, from);
  }
  return since;
}

/** `assignedFrom` for many villages. */
export function assignedByVillage(
  templates: readonly Template[],
): (village: AssignedVillage) => ReadonlyMap<string, PlainDate> | null {
  return onceForEachSort((village) => assignedFrom(village, templates));
}

/** Villages of the same kinds and choices are asked the same since the same days: it is found once for them. */
function onceForEachSort<Found>(
  find: (village: AssignedVillage) => Found,
): (village: AssignedVillage) => Found {
  const known = new Map<string, { found: Found }>();
  return (village) => {
    const { kinds, poor, kindsFrom, choices } = village;
    const sort = JSON.stringify([kinds, poor, kindsFrom, choices]);
    const before = known.get(sort);
    if (before) return before.found;
    const found = find(village);
    known.set(sort, { found });
    return found;
  };
}

/** Picked without a break until now, since the first of these choices; before that, by its kinds. */
function familyFrom(village: AssignedVillage, template: Template): PlainDate | null {
  const { choices } = village;
  const lastWithout = choices.findLastIndex(({ families }) => !families.includes(template.family));
  const first = choices[lastWithout + 1];
  const wasByKind = templatesOf({ ...village, chosen: null }, [template]).length > 0;
  if (lastWithout >= 0 || !wasByKind) return first?.from ?? null;
  return template.poor && village.poor ? null : kindFrom(village, template.kinds);
}

/** The first day on which the village was of one of these kinds; null: it always was. */
function kindFrom(
  { kinds, kindsFrom }: AssignedVillage,
  wanted: readonly VillageKind[],
): PlainDate | null {
  return earliest(
    kinds.filter((kind) => wanted.includes(kind)).map((kind) => kindsFrom[kind] ?? null),
  );
}

/** Null is earlier than any day. */
function earliest(days: readonly (PlainDate | null)[]): PlainDate | null {
  return days.includes(null) ? null : ([...days].sort()[0] ?? null);
}

/** Tells whether a village is asked anything of a period by its last day. */
export function askedBy(
  templates: readonly Template[],
): (village: AssignedVillage, day: PlainDate) => boolean {
  const sinceOf = onceForEachSort((village) => askedFrom(village, templates));
  return (village, day) => {
    const since = sinceOf(village);
    return since !== 'never' && (since === null || since <= day);
  };
}

/** The day since when a village is asked anything; null: from the beginning. */
function askedFrom(
  village: AssignedVillage,
  templates: readonly Template[],
): PlainDate | null | 'never' {
  const own = { ...village, chosen: village.choices.at(-1)?.families ?? null };
  const measures = measuresOf(own, templatesOf(own, templates));
  if (measures.length === 0) return 'never';
  const since = assignedFrom(village, templates);
  return since === null ? null : earliest(measures.map(({ key }) => since.get(key) ?? null));
}
