/** How long typing is gathered before it is sent. */
const gather = 400;

interface Ways {
  /** Whether something waits. */
  waits: () => boolean;
  /** Whether nothing may be sent until the person decides. */
  held: () => boolean;
  /** Sends a request of what waits; never rejects. */
  sendNext: () => Promise<void>;
}

/** Sends what is typed after a moment, one request at a time, until nothing waits or it is held. */
export function sendQueue({ waits, held, sendNext }: Ways) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<void> | null = null;

  function schedule(): void {
    if (timer !== null || running !== null || !waits()) return;
    timer = setTimeout(() => void run(), gather);
  }

  function run(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    running ??= sendAll().finally(() => {
      running = null;
      if (!held()) schedule();
    });
    return running;
  }

  async function sendAll() {
    while (waits() && !held()) await sendNext();
  }

  return { schedule, run };
}
