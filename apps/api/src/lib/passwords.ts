import { hash, verify } from '@node-rs/argon2';

/** Argon2id (the library's default) with 19 MiB, 2 passes, 1 lane: OWASP's first choice. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Days in which a password that the administrator gave must have been used to sign in and be changed. */
export const firstPasswordDays = 7;

export function firstPasswordEnd(): Date {
  return new Date(Date.now() + firstPasswordDays * 86_400_000);
}

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), options);
}

export function passwordMatches(stored: string, password: string): Promise<boolean> {
  return verify(stored, password.normalize('NFKC'));
}

const decoy = hashPassword('no such user');

/** Takes the time of a real check, for a name that nobody has; always false. */
export async function noSuchUser(password: string): Promise<false> {
  await passwordMatches(await decoy, password);
  return false;
}
