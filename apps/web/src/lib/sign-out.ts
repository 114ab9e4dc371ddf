import { call } from './api.ts';
import { isProblem } from './api-problem.ts';
import { logout, logoutEverywhere } from './auth-endpoints.ts';
import { left } from './session.ts';

/** Leaves this browser, all tabs of it. */
export async function signOut(): Promise<void> {
  await leave(() => call(logout));
}

/** Leaves all devices of the person, who types the password once more. */
export async function signOutEverywhere(password: string): Promise<void> {
  await leave(() => call(logoutEverywhere, { body: { password } }));
}

async function leave(end: () => Promise<unknown>): Promise<void> {
  try {
    await end();
  } catch (error) {
    if (!isProblem(error) || error.status !== 401) throw error;
  }
  left();
}
