import { resetSecondFactor } from '@xuanpai/contracts/second-factor';
import { endUserSessions, listUserSessions } from '@xuanpai/contracts/user-sessions';
import {
  createUser,
  getUser,
  listScopes,
  listUsers,
  resetPassword,
  updateUser,
} from '@xuanpai/contracts/users';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { readScopes, readUser, readUsers } from './read.ts';
import { endSecondFactorOf } from './second-factor.ts';
import { endSessionsOf, readUserSessions } from './sessions.ts';
import { addUser, changeUser, resetUserPassword } from './write.ts';

export function userRoutes(deps: Deps): Route[] {
  return [
    route(listUsers, async ({ query }) => readUsers(deps, query)),
    route(listScopes, async () => readScopes(deps)),
    route(getUser, async ({ params }) => readUser(deps, params.id)),
    route(createUser, async ({ actor, body }) => {
      return readUser(deps, await addUser(deps, actor, body));
    }),
    route(updateUser, async ({ actor, params, body }) => {
      await changeUser(deps, actor, params.id, body);
      return readUser(deps, params.id);
    }),
    route(listUserSessions, async ({ params }) => ({
      items: await readUserSessions(deps, params.id),
    })),
    route(endUserSessions, async ({ actor, params }) => endSessionsOf(deps, actor, params.id)),
    route(resetPassword, async ({ actor, params, body }) => {
      await resetUserPassword(deps, actor, params.id, body);
      return readUser(deps, params.id);
    }),
    route(resetSecondFactor, async ({ actor, params, body }) => {
      await endSecondFactorOf(deps, actor, params.id, body.version);
      return readUser(deps, params.id);
    }),
  ];
}
