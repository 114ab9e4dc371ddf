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

/** `assignedFrom` for many villages: those of the same kinds and choices are asked since the same days, found once. */
export function assignedByVillage(
  templates: readonly Template[],
): (village: AssignedVillage) => ReadonlyMap<string, PlainDate> | null {
  const known = new Map<string, ReadonlyMap<string, PlainDate> | null>();
  return (village) => {
    const { kinds, poor, kindsFrom, choices } = village;
    if (choices.length === 0 && Object.keys(kindsFrom).length === 0) return null;
    const sort = JSON.stringify([kinds, poor, kindsFrom, choices]);
    const since = known.has(sort) ? known.get(sort) : assignedFrom(village, templates);
    known.set(sort, since ?? null);
    return since ?? null;
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

/** Whether a village is asked anything of a period by its last day. */
export function isAskedBy(
  village: AssignedVillage,
  templates: readonly Template[],
  day: PlainDate,
): boolean {
  const own = { ...village, chosen: village.choices.at(-1)?.families ?? null };
  if (templatesOf(own, templates).length === 0) return false;
  const since = assignedFrom(village, templates);
  if (since === null) return true;
  return measuresOf(own, templates).some(({ key }) => (since.get(key) ?? day) <= day);
}
