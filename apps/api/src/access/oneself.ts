import { testPassword } from '../testing.ts';
import type { Entries } from './entry.ts';
import { newSession, type Person, people } from './world.ts';

const everybody = [...new Set(Object.values(people))];

const again = () => ({ body: { password: testPassword } });

/** What goes with having an account, and what leads to being signed in. */
export const oneselfEntries: Entries = {
  about: { kind: 'open' },
  live: { kind: 'open' },
  ready: { kind: 'open' },
  login: {
    kind: 'open',
    sent: () => ({ body: { username: 'nobody', password: 'wrong' } }),
    reached: [401, 429],
  },
  refresh: { kind: 'open', reached: [401] },
  logout: { kind: 'open' },
  me: { kind: 'oneself' },
  changePassword: {
    kind: 'oneself',
    sent: () => ({ body: { current: 'wrong', next: 'first-blue-river-1' } }),
    reached: [400, 422],
  },
  createTicket: { kind: 'oneself', sent: () => ({ body: { path: '/api/villages.xlsx' } }) },
  logoutEverywhere: { kind: 'oneself', sent: again },
  getSecondFactor: { kind: 'oneself' },
  beginSecondFactor: { kind: 'oneself', sent: again },
  confirmSecondFactor: {
    kind: 'oneself',
    sent: () => ({ body: { code: '000000' } }),
    reached: [400, 409],
  },
  endSecondFactor: {
    kind: 'oneself',
    sent: () => ({ body: { password: testPassword, code: '000000' } }),
    reached: [409],
  },
  listSessions: { kind: 'oneself' },
  revokeSession: [
    {
      kind: 'row',
      reach: { all: everybody },
      sent: again,
      row: async ({ district }, _, person) => ({ id: (await newSession(district, person)).id }),
    },
    {
      kind: 'row',
      named: 'of somebody else',
      reach: { none: everybody },
      sent: again,
      row: async ({ district }, _, person) => {
        const other: Person = person === 'leader' ? 'office' : 'leader';
        return { id: (await newSession(district, other)).id };
      },
    },
  ],
  getHome: { kind: 'oneself' },
};
