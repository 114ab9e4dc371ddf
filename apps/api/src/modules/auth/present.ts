import type { Me } from '@xuanpai/contracts/auth';
import type { Deps } from '../../lib/deps.ts';

/** The user as the page's shell wants it. */
export async function presentMe(deps: Deps, userId: string): Promise<Me> {
  const user = await deps.db.prisma.user.findUniqueOrThrow({
    where: { id: userId },
    include: {
      roles: {
        include: { township: { select: { name: true } }, unit: { select: { name: true } } },
        orderBy: { role: 'asc' },
      },
    },
  });
  return {
    id: user.id,
    username: user.username,
    name: user.name,
    roles: user.roles.map(({ role, townshipId, township, unitId, unit }) => ({
      role,
      townshipId,
      townshipName: township?.name ?? null,
      unitId,
      unitName: unit?.name ?? null,
    })),
    mustChangePassword: user.mustChangePassword,
    today: deps.today(),
    demo: deps.settings.demo,
  };
}
