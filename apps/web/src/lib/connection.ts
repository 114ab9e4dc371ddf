import { isProblem } from './api-problem.ts';
import { createStore, useStore } from './store.ts';
import { holdPage } from './unsaved.ts';

interface Connection {
  /** No answer came, and the server is asked again and again until one does. */
  lost: boolean;
  /** Writes that are kept to be sent again. */
  unsent: number;
}

const connection = createStore<Connection>({ lost: false, unsent: 0 });

const probe = '/api/health/ready';
const shortestPause = 500;
const longestPause = 10_000;
const probePatience = 5_000;
/** How often a request is sent again to a server that answers others. */
const resends = 3;

/** What a proxy says while the server restarts, and the server while its database does. */
const away = new Set([502, 503, 504]);

export function isUnreachable(error: unknown): boolean {
  return isProblem(error) && (error.code === 'network' || away.has(error.status));
}

async function answers(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(probePatience);
    const { status } = await fetch(probe, { cache: 'no-store', signal });
    return !away.has(status);
  } catch {
    return false;
  }
}

/** Ends the pause before the next question; set while there is one. */
let askNow: (() => void) | null = null;

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    // Spread, so that an office's pages don't all ask in the same moment.
    const timer = setTimeout(done, milliseconds * (0.75 + Math.random() / 2));
    function done() {
      clearTimeout(timer);
      askNow = null;
      resolve();
    }
    askNow = done;
  });
}

async function askAgain(): Promise<void> {
  connection.set({ ...connection.get(), lost: true });
  let milliseconds = shortestPause;
  do {
    await pause(milliseconds);
    milliseconds = Math.min(milliseconds * 2, longestPause);
  } while (!(await answers()));
  connection.set({ ...connection.get(), lost: false });
}

let returning: Promise<void> | null = null;

/** Comes back when the server answers again, however many wait for it. */
export function serverBack(): Promise<void> {
  returning ??= askAgain().finally(() => {
    returning = null;
  });
  return returning;
}

export function tryNow(): void {
  askNow?.();
}

/** Says at once when the cable is out, and asks at once when it is in again. */
export function watchConnection(): () => void {
  const onOffline = () => void serverBack();
  window.addEventListener('offline', onOffline);
  window.addEventListener('online', tryNow);
  return () => {
    window.removeEventListener('offline', onOffline);
    window.removeEventListener('online', tryNow);
  };
}

function unlessAborted(work: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const stop = () => reject(new DOMException('Aborted', 'AbortError'));
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    void work.then(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    });
  });
}

interface Patience {
  writes: boolean;
  signal?: AbortSignal | undefined;
}

/** Runs a request again whenever the connection is back, until it is answered. Throws what refuses it. */
export async function untilAnswered<T>(
  run: () => Promise<T>,
  { writes, signal }: Patience,
): Promise<T> {
  let letGo: (() => void) | null = null;
  try {
    for (let left = resends; ; left -= 1) {
      try {
        return await run();
      } catch (error) {
        if (!isUnreachable(error) || left === 0) throw error;
        if (writes) letGo ??= keepUnsent();
        await unlessAborted(serverBack(), signal);
      }
    }
  } finally {
    letGo?.();
  }
}

function keepUnsent(): () => void {
  const release = holdPage();
  count(1);
  return () => {
    release();
    count(-1);
  };
}

function count(by: 1 | -1): void {
  const now = connection.get();
  connection.set({ ...now, unsent: now.unsent + by });
}

export function useConnection(): Connection {
  return useStore(connection);
}
