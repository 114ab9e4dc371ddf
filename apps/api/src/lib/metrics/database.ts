import { Gauge, type Registry } from 'prom-client';
import type { Deps } from '../deps.ts';

/** What is counted in the database, by one statement: name, status where there are several, value. */
const counts = `
  SELECT 'xuanpai_plan_runs' AS name, status::text, count(*)::int AS value FROM plan_run GROUP BY status
  UNION ALL
  SELECT 'xuanpai_plan_run_seconds', NULL,
    COALESCE(sum(extract(epoch FROM finished_at - started_at)), 0)::float8 FROM plan_run
  UNION ALL
  SELECT 'xuanpai_imports', status::text, count(*)::int FROM import GROUP BY status
  UNION ALL
  SELECT 'xuanpai_sessions', NULL, count(*)::int FROM session
    WHERE revoked_at IS NULL AND expires_at > now()
  UNION ALL
  SELECT 'xuanpai_audit_entries', NULL, COALESCE(max(seq), 0) FROM audit_entry
  UNION ALL
  SELECT 'xuanpai_database_bytes', NULL, pg_database_size(current_database())::float8`;

const helps = {
  xuanpai_plan_runs: 'Solvings of plans by status',
  xuanpai_plan_run_seconds: 'Seconds that all solvings took together',
  xuanpai_imports: 'Imports by status',
  xuanpai_sessions: 'Sign-ins in force',
  xuanpai_audit_entries: 'Entries of the audit log',
  xuanpai_database_bytes: 'Size of the database',
};

interface Count {
  name: keyof typeof helps;
  status: string | null;
  value: number;
}

/**
 * Measures this process's connections, and what the database holds; gives what counts the latter anew.
 * It is the same in every process on the database: of these take the maximum, not the sum.
 */
export function watchDatabase({ db, log }: Deps, register: Registry): () => Promise<void> {
  const registers = [register];
  new Gauge({
    name: 'xuanpai_database_connections',
    help: 'Connections of this process: total, idle, and requests that wait for one',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'total' }, db.pool.totalCount);
      this.set({ state: 'idle' }, db.pool.idleCount);
      this.set({ state: 'waiting' }, db.pool.waitingCount);
    },
  });
  const up = new Gauge({
    name: 'xuanpai_database_up',
    help: '1 while the database answers',
    registers,
  });
  const gauges = new Map(
    Object.entries(helps).map(([name, help]) => [
      name,
      new Gauge({ name, help, labelNames: ['status'], registers }),
    ]),
  );
  return async () => {
    for (const gauge of gauges.values()) gauge.reset();
    try {
      const { rows } = await db.pool.query<Count>(counts);
      up.set(1);
      for (const { name, status, value } of rows) {
        gauges.get(name)?.set(status === null ? {} : { status }, value);
      }
    } catch (error) {
      up.set(0);
      log.warn({ err: error }, 'metrics of the database');
    }
  };
}
