import { toDate } from '@xuanpai/database/dates';
import { day } from '../testing.ts';
import type { Owner, World } from './world.ts';

/** Who looks over all villages, who inspects them, and who has villages of their own. */
export const overlook = ['planner', 'office', 'inspector', 'leader'] as const;
export const inspects = ['planner', 'office', 'inspector'] as const;
export const own = ['officer', 'head', 'liaison'] as const;
export const reach = { all: overlook, own } as const;

export const query = () => ({ pageSize: '200' });

export const prisma = (world: World) => world.district.office.db.prisma;
/** A day before all others. */
export const start = toDate(day('2015-01-01'));

/** A row of each township, each with a village where somebody of a unit is posted. */
export async function ofBoth(
  world: World,
  make: (world: World, owner: Owner) => Promise<{ id: string }>,
) {
  const mark = async (owner: Owner) => (await make(world, owner)).id;
  return [
    { mark: await mark('区水利局'), seenBy: [...overlook, 'officer', 'head'] as const },
    { mark: await mark('区财政局'), seenBy: [...overlook, 'officer2', 'liaison'] as const },
  ];
}
