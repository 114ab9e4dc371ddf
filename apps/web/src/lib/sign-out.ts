import { call } from './api.ts';
import { isProblem } from './api-problem.ts';
import { logout, logoutEverywhere } from './auth-endpoints.ts';
import { left } from './session.ts';

/** Leaves this browser, all tabs of it; with `everywhere` all devices of the person. */
export async function signOut(scope: 'here' | 'everywhere' = 'here'): Promise<void> {
  try {
    await (scope === 'here' ? call(logout) : call(logoutEverywhere));
  } catch (error) {
    if (!isProblem(error) || error.status !== 401) throw error;
  }
  left();
}
