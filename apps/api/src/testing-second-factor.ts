import { Secret, TOTP } from 'otpauth';
import { type TestApp, testPassword } from './testing.ts';
import { bearer, type Reply, send, signIn } from './testing-sign-in.ts';

/** For tests only: somebody with a telephone that shows codes. */
export interface Enrolled {
  token: string;
  /** The code of now, or of half minutes from now. */
  code: (steps?: number) => string;
  recovery: string[];
}

type Office = Pick<TestApp, 'app'>;

export function telephone(secret: string): Enrolled['code'] {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return (steps = 0) => totp.generate({ timestamp: Date.now() + steps * 30_000 });
}

export const factorPath = '/api/auth/second-factor';

export function post(office: Office, token: string, url: string, payload: object = {}) {
  return send(office, { method: 'POST', url, headers: bearer(token), payload });
}

/** Signs in by the password and sets the second factor up. */
export async function enrol(office: Office, username: string): Promise<Enrolled> {
  const token: string = (await signIn(office, username)).body.accessToken;
  const { body } = await post(office, token, `${factorPath}/begin`, { password: testPassword });
  const code = telephone(body.secret);
  const confirmed = await post(office, token, `${factorPath}/confirm`, { code: code() });
  return { token, code, recovery: confirmed.body.recoveryCodes };
}

export function signInWith(office: Office, username: string, code: string): Promise<Reply> {
  return send(office, {
    method: 'POST',
    url: '/api/auth/login',
    payload: { username, password: testPassword, code },
  });
}
