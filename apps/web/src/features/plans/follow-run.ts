import { getRun, type Run, runEvents } from '@xuanpai/contracts/plan-runs';
import { call } from '../../lib/api.ts';
import { stream } from '../../lib/events.ts';

interface Following {
  params: { id: string; runId: string };
  signal: AbortSignal;
  onRun: (run: Run) => void;
}

/** Without an event for so long, somebody on the way may hold them back. */
const silence = 4_000;
const betweenLooks = 2_000;

/**
 * Follows a run by its events until the signal ends it; where none come through, as behind a proxy that
 * collects them, by asking. Rejects where the server refuses.
 */
export async function followRun({ params, signal, onRun }: Following): Promise<void> {
  let heard = performance.now();
  const take = (run: Run) => {
    if (!signal.aborted) onRun(run);
  };
  const asking = setInterval(() => {
    if (performance.now() - heard < silence) return;
    call(getRun, { params, signal }).then(take, () => undefined);
  }, betweenLooks);
  signal.addEventListener('abort', () => clearInterval(asking));
  await stream(runEvents, {
    params,
    signal,
    onEvent: ({ data }) => {
      heard = performance.now();
      take(data as Run);
    },
  });
}
