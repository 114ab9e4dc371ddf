import { useQueryClient } from '@tanstack/react-query';
import { type User, updateUser } from '@xuanpai/contracts/users';
import { call } from '../../lib/api.ts';
import { problemOf } from '../../lib/api-problem.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { confirm } from '../../ui/confirm.tsx';
import { usersKey } from './queries.ts';

/** Disables an account after asking, or enables it again. */
export function useTurnUser() {
  const text = useText().users;
  const client = useQueryClient();
  const set = ({ id, version }: User, disabled: boolean) =>
    call(updateUser, { params: { id }, body: { disabled, version } });

  async function disable(user: User) {
    const done = await confirm({
      title: text.disableTitle(user.name),
      body: text.disableBody(user.name, user.username),
      act: text.disableAct(user.name),
      cancel: text.keep,
      danger: true,
      run: () => set(user, true),
    });
    if (done) showDone(text.disabledDone(user.name));
  }

  async function enable(user: User) {
    try {
      await set(user, false);
      showDone(text.enabledDone(user.name));
    } catch (error) {
      showDone(problemOf(error).title);
    }
  }

  return async (user: User) => {
    await (user.disabled ? enable(user) : disable(user));
    await client.invalidateQueries({ queryKey: usersKey });
  };
}
