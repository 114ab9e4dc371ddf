import type { Me } from '@xuanpai/contracts/auth';
import type { Deps } from '../../lib/deps.ts';
import { presentGrants, withGrants } from '../../lib/records/grants.ts';
import { wantsSecondFactor } from '../../lib/records/second-factor.ts';
import { signInAndBefore } from './places.ts';

/** The user as the page's shell wants it. */
export async function presentMe(deps: Deps, userId: string, sessionId: string): Promise<Me> {
  const user = await deps.db.prisma.user.findUniqueOrThrow({
    where: { id: userId },
    include: { ...withGrants, secondFactor: true },
  });
  const roles = presentGrants(user.roles, deps.today());
  const wanted = wantsSecondFactor(
    deps,
    roles.map(({ role }) => role),
  );
  return {
    id: user.id,
    username: user.username,
    name: user.name,
    roles,
    mustChangePassword: user.mustChangePassword,
    mustSetSecondFactor: wanted && !user.secondFactor?.confirmedAt,
    today: deps.today(),
    demo: deps.settings.demo,
    signIn: await signInAndBefore(deps, sessionId),
  };
}
