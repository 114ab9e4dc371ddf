import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { Language } from '@xuanpai/contracts/text';
import type { Deps } from '../../../lib/deps.ts';
import { rows, sql } from '../../../lib/sql.ts';
import { whenReachable } from '../../../lib/when-reachable.ts';
import { presentRun, queuePosition } from './present-run.ts';
import { isOver, readRunRow } from './run-row.ts';

interface Watch {
  planId: string;
  runId: string;
  language: Language;
  /** The last event that the watcher has seen. */
  after: number;
  /** Aborted when nothing more may be told. */
  ended: AbortSignal;
}

const betweenLooks = 250;
/** A proxy may cut a silent connection. */
const silence = 15_000;

/** A run's progress as server-sent events, from the event after `after` to the run's end. */
export function runEventStream(deps: Deps, watch: Watch): Readable {
  return Readable.from(events(deps, watch));
}

async function* events({ db }: Deps, { planId, runId, language, after, ended }: Watch) {
  let seen = after;
  let told = '';
  let spokeAt = Date.now();
  while (!ended.aborted) {
    // While the database is away there is nothing to tell, and no reason to hang up.
    const look = await whenReachable(() => lookAt({ db }, planId, runId, seen));
    const { run } = look;
    const now = presentRun(run, look.position, language);
    for (const { seq, data } of look.stored) {
      seen = seq;
      spokeAt = Date.now();
      yield frame({ ...now, ...data, message: null, queuePosition: null }, seq);
    }
    const state = `${now.status} ${now.queuePosition}`;
    if (state !== told) {
      spokeAt = Date.now();
      yield frame(now, seen);
    }
    if (isOver(run)) return;
    if (Date.now() - spokeAt > silence) {
      spokeAt = Date.now();
      yield ':\n\n';
    }
    told = state;
    await delay(betweenLooks, undefined, { signal: ended }).catch(() => {});
  }
}

async function lookAt({ db }: Pick<Deps, 'db'>, planId: string, runId: string, seen: number) {
  const run = await readRunRow(db.prisma, planId, runId);
  const position = await queuePosition(db, run);
  return { run, position, stored: await storedEvents({ db }, runId, seen) };
}

function storedEvents({ db }: Pick<Deps, 'db'>, runId: string, after: number) {
  return rows<{ seq: number; data: object }>(
    db.pool,
    sql`SELECT seq, data FROM plan_run_event
      WHERE run_id = ${runId}::uuid AND seq > ${after} ORDER BY seq`,
  );
}

function frame(data: object, id: number): string {
  return `event: run\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;
}
