import type { Me } from '@xuanpai/contracts/auth';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import { isProblem } from './api-problem.ts';
import { login, refresh } from './auth-endpoints.ts';
import { dropAllDrafts } from './drafts.ts';
import { readJson, send } from './http.ts';
import { remember, remembered } from './remember.ts';
import { createStore, useStore } from './store.ts';

export type Session =
  | { status: 'unknown' }
  | { status: 'in'; user: Me }
  /** `ended` by the server, or `left` by the person. */
  | { status: 'out'; why: 'ended' | 'left' };

type TokenReply = ReplyOf<typeof refresh>;
type Message = { kind: 'in'; reply: TokenReply } | { kind: 'out' };

export const session = createStore<Session>({ status: 'unknown' });

/** The access token lives here and nowhere else; the refresh cookie isn't readable by scripts. */
let token: string | null = null;
let refreshing: Promise<string | null> | null = null;
const tabs = new BroadcastChannel('xuanpai-session');

function enter(reply: TokenReply): void {
  token = reply.accessToken;
  session.set({ status: 'in', user: reply.user });
  remember('session', 'in');
}

function leave(why: 'ended' | 'left'): void {
  token = null;
  session.set({ status: 'out', why });
  remember('session', 'out');
}

/** Somebody was signed in when this browser last knew; whether still, the server says. */
export function wasIn(): boolean {
  return remembered('session') === 'in';
}

tabs.addEventListener('message', (event: MessageEvent<Message>) => {
  const message = event.data;
  if (message.kind === 'in') enter(message.reply);
  else forget();
});

function tell(message: Message): void {
  tabs.postMessage(message);
}

/** Takes a new token, here and in the other tabs: after sign-in, refresh, change of password. */
export function accept(reply: TokenReply): void {
  enter(reply);
  tell({ kind: 'in', reply });
}

export function bearer(): string | null {
  return token;
}

async function fetchToken(): Promise<string | null> {
  try {
    const response = await send({ method: refresh.method, address: refresh.path });
    const reply = (await readJson(response)) as TokenReply;
    accept(reply);
    return reply.accessToken;
  } catch (error) {
    if (!isProblem(error) || error.status !== 401) throw error;
    leave(session.get().status === 'unknown' ? 'left' : 'ended');
    return null;
  }
}

/** A new token by the cookie, however many ask at once; null where the session is over. */
export function refreshOnce(): Promise<string | null> {
  refreshing ??= fetchToken().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

/** At start: the person who is signed in on this machine, or null. */
export async function restore(): Promise<Me | null> {
  if (session.get().status === 'unknown') await refreshOnce();
  const now = session.get();
  return now.status === 'in' ? now.user : null;
}

/** `code`: of the second factor, once it was asked for. */
export async function signIn(username: string, password: string, code?: string): Promise<Me> {
  const response = await send({
    method: login.method,
    address: login.path,
    body: { username, password, ...(code === undefined ? {} : { code }) },
  });
  const reply = (await readJson(response)) as TokenReply;
  accept(reply);
  return reply.user;
}

function forget(): void {
  dropAllDrafts();
  leave('left');
}

/** The session is over, in all tabs of this browser. */
export function left(): void {
  forget();
  tell({ kind: 'out' });
}

export function useSession(): Session {
  return useStore(session);
}

/** The person signed in; only inside the shell, which lets nobody else in. */
export function useUser(): Me {
  const now = useSession();
  if (now.status !== 'in') throw new Error('Nobody is signed in');
  return now.user;
}
