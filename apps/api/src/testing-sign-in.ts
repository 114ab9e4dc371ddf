import type { Role } from '@xuanpai/contracts/values';
import type { InjectOptions } from 'fastify';
import { hashPassword } from './lib/passwords.ts';
import { type TestApp, type TestReply, testPassword } from './testing.ts';

/** For tests only: people of an empty district, and what a browser does to sign in. */
interface Person {
  roles?: { role: Role; townshipId?: string; unitId?: string }[];
  mustChangePassword?: boolean;
  disabledAt?: Date;
}

const testHash = hashPassword(testPassword);

/** Adds a user with the tests' password; gives the id. */
export async function addPerson(
  { db }: Pick<TestApp, 'db'>,
  username: string,
  { roles = [{ role: 'leader' }], mustChangePassword = false, ...person }: Person = {},
): Promise<string> {
  const passwordHash = await testHash;
  const user = await db.prisma.user.create({
    data: {
      ...person,
      username,
      name: `${username}某`,
      passwordHash,
      mustChangePassword,
      roles: { create: roles },
    },
  });
  return user.id;
}

export interface Reply extends Omit<TestReply, 'raw'> {
  /** The cookie to send back, `name=value`; null when none was set. */
  cookie: string | null;
}

/** Sends a request as a browser would, without the test application's own sign-ins. */
export async function send({ app }: Pick<TestApp, 'app'>, options: InjectOptions): Promise<Reply> {
  const reply = await app.inject(options);
  const json = String(reply.headers['content-type'] ?? '').includes('json');
  const [set] = [reply.headers['set-cookie'] ?? []].flat();
  return {
    status: reply.statusCode,
    body: json && reply.body ? reply.json() : reply.body,
    headers: reply.headers,
    cookie: set?.split(';')[0] ?? null,
  };
}

export function signIn(
  office: Pick<TestApp, 'app'>,
  username: string,
  password = testPassword,
  options: Partial<InjectOptions> = {},
): Promise<Reply> {
  return send(office, {
    method: 'POST',
    url: '/api/auth/login',
    payload: { username, password },
    ...options,
  });
}

export function refresh(
  office: Pick<TestApp, 'app'>,
  cookie: string | null,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const sent = { ...headers, ...(cookie ? { cookie } : {}) };
  return send(office, { method: 'POST', url: '/api/auth/refresh', headers: sent });
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** `GET /api/auth/me` with a token: 200 while the session is in force. */
export function me(office: Pick<TestApp, 'app'>, token: string): Promise<Reply> {
  return send(office, { method: 'GET', url: '/api/auth/me', headers: bearer(token) });
}
