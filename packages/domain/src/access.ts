import type { Role } from '@xuanpai/contracts/values';

/** A role of a user with the township or unit that it is held for. */
export interface Grant {
  role: Role;
  townshipId: string | null;
  unitId: string | null;
}

export const resources = [
  'villages',
  'units',
  'cadres',
  'nominations',
  'assignments',
  'consultations',
  'help',
  'sheets',
  'plans',
  'batches',
] as const;
export type Resource = (typeof resources)[number];

/**
 * The rows of a resource that somebody may see or write, as data: everything, nothing, or what
 * belongs to some townships or units.
 */
export type Scope = 'all' | 'none' | { townshipIds: string[]; unitIds: string[] };

/** Roles that look over the whole district, by resource. */
const districtWide: Record<Resource, readonly Role[]> = {
  villages: ['planner', 'office', 'inspector', 'leader'],
  units: ['planner', 'office', 'inspector', 'leader'],
  cadres: ['planner', 'office', 'inspector', 'leader'],
  nominations: ['planner', 'office', 'leader'],
  assignments: ['planner', 'office', 'inspector', 'leader'],
  consultations: ['planner', 'office', 'leader'],
  help: ['planner', 'office', 'inspector', 'leader'],
  sheets: ['planner', 'office', 'inspector', 'leader'],
  plans: ['planner', 'office', 'leader'],
  batches: ['planner', 'office', 'officer', 'head', 'evaluator', 'inspector', 'liaison', 'leader'],
};

const ofTownship: readonly Role[] = ['officer', 'head'];
const ofUnit: readonly Role[] = ['liaison'];

/** A role is held from its first to its last day, both included; null is open. */
export interface Term {
  startsOn: string | null;
  endsOn: string | null;
}

/** Where a day lies in the term of a role. Days as `2015-04-24`. */
export function termState({ startsOn, endsOn }: Term, day: string): 'upcoming' | 'held' | 'ended' {
  if (startsOn !== null && day < startsOn) return 'upcoming';
  return endsOn !== null && day > endsOn ? 'ended' : 'held';
}

/** Whether two terms have a day in common. */
export function termsOverlap(one: Term, other: Term): boolean {
  const startsInTime = (a: Term, b: Term) =>
    a.startsOn === null || b.endsOn === null || a.startsOn <= b.endsOn;
  return startsInTime(one, other) && startsInTime(other, one);
}

/** What a role is held for: a township, a unit, or nothing narrower than the district. */
export function heldFor(role: Role): 'township' | 'unit' | null {
  if (ofTownship.includes(role)) return 'township';
  return ofUnit.includes(role) ? 'unit' : null;
}

/**
 * Those of a person's roles that go with no other: who keeps the accounts reads no personal data, and
 * who reads the log of what others do does none of it. Fine when the person has only the one.
 */
export function clashingRoles(roles: readonly Role[]): Role[] {
  const kinds = new Set(roles);
  return kinds.size < 2 ? [] : standingAlone.filter((role) => kinds.has(role));
}

const standingAlone: readonly Role[] = ['admin', 'auditor'];

/**
 * Which rows: planners, office, inspectors and leaders see the district; officers and heads their
 * township; liaisons their unit's people; evaluators what a round assigns to them; administrators
 * and auditors no row of the field at all. No matching role gives none.
 */
export function scopeOf(grants: readonly Grant[], resource: Resource): Scope {
  if (grants.some(({ role }) => districtWide[resource].includes(role))) return 'all';
  if (resource === 'plans' || resource === 'batches') return 'none';
  const townshipIds = grants.flatMap(({ role, townshipId }) =>
    townshipId !== null && ofTownship.includes(role) ? [townshipId] : [],
  );
  const unitIds = grants.flatMap(({ role, unitId }) =>
    unitId !== null && ofUnit.includes(role) ? [unitId] : [],
  );
  if (townshipIds.length === 0 && unitIds.length === 0) return 'none';
  return { townshipIds, unitIds };
}

/** Those of the grants whose role carries a permission: a second role lends no rows to it. */
export function grantsFor(grants: readonly Grant[], allowed: readonly Role[]): Grant[] {
  return grants.filter(({ role }) => allowed.includes(role));
}
