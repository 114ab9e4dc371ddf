import type { Role } from './values.ts';

/**
 * What a role may do, whatever the row; which rows is `scopeOf` in domain/access.
 * Source: the roles of the domain ("People who use it"); writing follows the office's division of work.
 */
export const permissions = {
  'regions.read': [
    'planner',
    'office',
    'officer',
    'head',
    'evaluator',
    'inspector',
    'liaison',
    'leader',
  ],
  'villages.read': [
    'planner',
    'office',
    'officer',
    'head',
    'evaluator',
    'inspector',
    'liaison',
    'leader',
  ],
  'villages.write': ['planner'],
  'units.read': ['planner', 'office', 'officer', 'head', 'inspector', 'liaison', 'leader'],
  'units.write': ['planner'],
  'units.contact': ['planner', 'liaison', 'officer'],
  'cadres.read': [
    'planner',
    'office',
    'officer',
    'head',
    'evaluator',
    'inspector',
    'liaison',
    'leader',
  ],
  'cadres.write': ['planner', 'officer', 'liaison'],
  'cadres.reveal': ['planner', 'office'],
  'imports.write': ['planner'],
  'batches.read': [
    'planner',
    'office',
    'officer',
    'head',
    'evaluator',
    'inspector',
    'liaison',
    'leader',
  ],
  'batches.write': ['planner'],
  'policy.read': [
    'planner',
    'office',
    'officer',
    'head',
    'evaluator',
    'inspector',
    'liaison',
    'leader',
  ],
  'policy.write': ['planner'],
  'coverage.read': ['planner', 'office', 'inspector', 'leader'],
  'coverage.write': ['planner'],
  'nominations.read': ['planner', 'office', 'officer', 'head', 'liaison', 'leader'],
  'nominations.accept': ['planner'],
  'nominations.replace': ['planner', 'officer', 'liaison'],
  'nominations.confirmMembership': ['planner', 'officer', 'liaison'],
  'plans.read': ['planner', 'office', 'leader'],
  'plans.write': ['planner'],
  'plans.confirm': ['office'],
  'plans.publish': ['planner'],
  'consultations.own': ['officer', 'liaison'],
  'consultations.answer': ['planner', 'officer', 'liaison'],
  'assignments.read': [
    'planner',
    'office',
    'officer',
    'head',
    'evaluator',
    'inspector',
    'liaison',
    'leader',
  ],
  'letterTemplates.read': ['planner', 'office'],
  'letterTemplates.write': ['planner'],
  'letters.read': ['planner', 'office', 'officer', 'head', 'liaison'],
  'letters.preview': ['planner', 'office'],
  'letters.write': ['planner'],
  'letters.membership': ['planner', 'officer', 'liaison'],
  'assignments.change': ['planner'],
  'assignments.record': ['planner', 'officer', 'head'],
  'users.manage': ['admin'],
  'audit.read': ['auditor'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** Whether any of the roles carries the permission. */
export function may(roles: readonly Role[], permission: Permission): boolean {
  const allowed: readonly Role[] = permissions[permission];
  return roles.some((role) => allowed.includes(role));
}
