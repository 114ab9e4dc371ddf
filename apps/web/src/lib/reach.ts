import { type Permission, permissions } from '@xuanpai/contracts/permissions';
import { grantsFor, type Resource, type Scope, scopeOf } from '@xuanpai/domain/access';
import { useUser } from './session.ts';

/** Which rows of a resource the person may act on by a permission, as the server reckons it. */
export function useReach(permission: Permission, resource: Resource): Scope {
  return scopeOf(grantsFor(useUser().roles, permissions[permission]), resource);
}

/** Whose rows they are where a reach is narrower than the district: 郑旺镇, 区财政局; else "". */
export function useReachName(permission: Permission, resource: Resource): string {
  const { roles } = useUser();
  if (useReach(permission, resource) === 'all') return '';
  const names = roles.map(({ townshipName, unitName }) => townshipName ?? unitName);
  return [...new Set(names)].filter((name) => name !== null).join('、');
}

/** Whether a unit, by its id and township, lies within a reach over units. */
export function reachesUnit(
  reach: Scope,
  unit: { unitId: string; townshipId: string | null },
): boolean {
  if (reach === 'all' || reach === 'none') return reach === 'all';
  return (
    reach.unitIds.includes(unit.unitId) ||
    (unit.townshipId !== null && reach.townshipIds.includes(unit.townshipId))
  );
}
