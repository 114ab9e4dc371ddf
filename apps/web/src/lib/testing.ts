import { vi } from 'vitest';

export interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** Stands for the network: answers each request in turn, and keeps what was asked. */
export function answerWith(...answers: (Answer | ((url: string) => Answer))[]) {
  const asked: { url: string; init: RequestInit; headers: Headers }[] = [];
  const queue = [...answers];
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    asked.push({ url, init, headers: new Headers(init.headers) });
    const next = queue.shift();
    if (!next) return Promise.reject(new TypeError('Failed to fetch'));
    const { status, body, headers = {} } = typeof next === 'function' ? next(url) : next;
    const text = body === undefined ? null : JSON.stringify(body);
    return Promise.resolve(new Response(text, { status, headers }));
  });
  return asked;
}

export const user = {
  id: '01900000-0000-7000-8000-000000000001',
  username: 'planner',
  name: '王晓东',
  roles: [
    { role: 'planner', townshipId: null, townshipName: null, unitId: null, unitName: null },
  ] as const,
  mustChangePassword: false,
  mustSetSecondFactor: false,
  today: '2015-04-24',
  demo: true,
  signIn: {
    current: {
      id: '01900000-0000-7000-8000-000000000002',
      createdAt: '2015-04-24T00:30:00.000Z',
      lastUsedAt: '2015-04-24T00:30:00.000Z',
      address: '10.1.2.3',
      userAgent: 'Office/1.0',
      newAddress: false,
      newDevice: false,
    },
    previous: null,
  },
};

export function tokenReply(accessToken: string) {
  return { accessToken, expiresIn: 900, user: { ...user, roles: [...user.roles] } };
}

export function problemBody(code: string, status: number, more: object = {}) {
  return { type: 'about:blank', title: code, status, code, detail: '', errors: [], ...more };
}
