import type { Deps } from '../../../lib/deps.ts';

/** What reading and writing an import need; a thread makes its own. */
export type WorkDeps = Pick<Deps, 'db' | 'keys' | 'today'> & {
  settings: Pick<Deps['settings'], 'workers'>;
};
