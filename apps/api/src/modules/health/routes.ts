import { live, ready } from '@xuanpai/contracts/health';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';

export function healthRoutes(deps: Deps): Route[] {
  return [
    route(live, async () => ({ status: 'ok' as const })),
    route(ready, async ({ reply }) => {
      const migrations = await countMigrations(deps);
      if (migrations === null) reply.status(503);
      return {
        status: migrations === null ? ('unavailable' as const) : ('ok' as const),
        database: migrations !== null,
        migrations: migrations ?? 0,
      };
    }),
  ];
}

async function countMigrations({ db }: Deps): Promise<number | null> {
  try {
    const { rows } = await db.pool.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM _prisma_migrations WHERE finished_at IS NOT NULL',
    );
    return rows[0]?.count ?? 0;
  } catch {
    return null;
  }
}
