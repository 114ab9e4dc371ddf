import { beforeAll } from 'vitest';
import { session } from './lib/session.ts';

/** Files share their modules and the window: each begins with nobody signed in and nothing kept. */
beforeAll(() => {
  session.set({ status: 'unknown' });
  sessionStorage.clear();
  localStorage.clear();
});
