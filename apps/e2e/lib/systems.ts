import { type System, startSystem } from './system.ts';

/** What a file or a project says of its system by `use`. */
export interface SystemOptions {
  seed: 'demo' | 'history' | 'none';
  issued: boolean;
  district: string;
  host: string;
  environment: Record<string, string>;
}

/** As many as a worker keeps running: the one in use, and one that a later file may ask for. */
const kept = 2;

/** The running systems of a worker: files that say the same of theirs share it. */
export class Systems {
  /** By what was said of them, the one used last at the end. */
  readonly #running = new Map<string, System>();
  readonly #stopping: Promise<void>[] = [];

  async of(options: SystemOptions): Promise<System> {
    const key = JSON.stringify(options);
    const system = this.#running.get(key) ?? (await this.#start(options));
    this.#running.delete(key);
    this.#running.set(key, system);
    return system;
  }

  async stop() {
    await Promise.all([...this.#stopping, ...[...this.#running.values()].map((one) => one.stop())]);
  }

  #start({ seed, issued, host, environment: env }: SystemOptions) {
    const [oldest] = this.#running;
    if (oldest && this.#running.size >= kept) {
      this.#running.delete(oldest[0]);
      this.#stopping.push(oldest[1].stop());
    }
    return startSystem({ seed, issued, host, env });
  }
}
