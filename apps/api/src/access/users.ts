import { addPerson } from '../testing-sign-in.ts';
import type { Entries } from './entry.ts';
import { nobody, type World } from './world.ts';

let serial = 0;
const name = () => {
  serial += 1;
  return `made${serial}`;
};
const made = async ({ district }: World) => ({ id: await addPerson(district.office, name()) });
const reach = { all: ['admin'] } as const;
const password = 'first-blue-river-1';

export const userEntries: Entries = {
  listUsers: { kind: 'whole' },
  listScopes: { kind: 'whole' },
  getUser: { kind: 'row', reach, row: made },
  createUser: [
    { kind: 'whole', sent: () => ({ body: userBody({ role: 'leader' }) }) },
    {
      kind: 'row',
      named: 'roles.townshipId',
      key: 'townshipId',
      reach,
      row: ({ district }) => ({ townshipId: district.townships.郑旺镇 }),
      sent: ({ townshipId = nobody }) => ({ body: userBody({ role: 'officer', townshipId }) }),
      missing: 400,
    },
  ],
  updateUser: {
    kind: 'row',
    reach,
    row: made,
    sent: () => ({ body: { name: '改名', version: 1 } }),
  },
  listUserSessions: { kind: 'row', reach, row: made },
  endUserSessions: { kind: 'row', reach, row: made },
  resetSecondFactor: {
    ...{ kind: 'row', reach, row: made, sent: () => ({ body: { version: 1 } }), reached: [409] },
  },
  resetPassword: {
    kind: 'row',
    reach,
    row: made,
    sent: () => ({ body: { password, version: 1 } }),
  },
};

function userBody(grant: object) {
  return { username: name(), name: '某', password, roles: [grant] };
}
