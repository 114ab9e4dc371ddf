import { may, type Permission } from '@xuanpai/contracts/permissions';
import type { Role } from '@xuanpai/contracts/values';
import { linkTo, paths } from '../../paths.ts';
import type { StepName } from './steps.ts';

/** Where each step is done. */
export const addressOfStep: Record<StepName, string> = {
  registers: paths.imports,
  nominees: linkTo.eligibility(),
  coverage: linkTo.coverage(),
  membership: linkTo.eligibility({ presumed: 'true' }),
  plan: paths.plans,
  issue: paths.plans,
};

/** Who may look there, and who can do it. */
const permissionsOf: Record<StepName, { look: Permission; act: readonly Permission[] }> = {
  registers: { look: 'imports.write', act: ['imports.write'] },
  nominees: { look: 'nominations.read', act: ['nominations.replace'] },
  coverage: { look: 'coverage.read', act: ['coverage.write'] },
  membership: { look: 'nominations.read', act: ['nominations.confirmMembership'] },
  plan: { look: 'plans.read', act: ['plans.write'] },
  issue: { look: 'plans.read', act: ['plans.confirm', 'plans.publish'] },
};

export function mayLook(roles: readonly Role[], step: StepName): boolean {
  return may(roles, permissionsOf[step].look);
}

export function mayDo(roles: readonly Role[], step: StepName): boolean {
  return permissionsOf[step].act.some((permission) => may(roles, permission));
}
