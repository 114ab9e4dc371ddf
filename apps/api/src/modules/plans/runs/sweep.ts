import type { Sweep } from '../../../lib/upkeep.ts';

/** The steps of solvings that ended a week ago; the solving itself and its result stay. */
export const runSweep: Sweep = {
  name: 'runEvents',
  async run(tx) {
    await tx.$executeRaw`DELETE FROM plan_run_event USING plan_run
      WHERE plan_run.id = plan_run_event.run_id
        AND plan_run.finished_at < now() - interval '7 days'`;
  },
};
