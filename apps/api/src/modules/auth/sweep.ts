import type { Sweep } from '../../lib/upkeep.ts';
import { knownDays } from './throttle.ts';

/** Sign-ins that ended longer ago than an address is known for, and failures that shut no door any more. */
export const authSweeps: Sweep[] = [
  {
    name: 'sessions',
    async run(tx) {
      await tx.$executeRaw`DELETE FROM session
        WHERE LEAST(revoked_at, expires_at) < now() - make_interval(days => ${knownDays})`;
    },
  },
  {
    name: 'throttles',
    async run(tx) {
      await tx.$executeRaw`DELETE FROM throttle WHERE started_at < now() - interval '1 day'
        AND COALESCE(blocked_until < now(), true)`;
    },
  },
];
