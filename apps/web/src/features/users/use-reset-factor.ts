import { useQueryClient } from '@tanstack/react-query';
import { resetSecondFactor } from '@xuanpai/contracts/second-factor';
import type { User } from '@xuanpai/contracts/users';
import { call } from '../../lib/api.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { confirm } from '../../ui/confirm.tsx';
import { usersKey } from './queries.ts';

/** Ends a second factor whose telephone was lost, after asking. */
export function useResetFactor() {
  const text = useText().users;
  const client = useQueryClient();
  return async ({ id, name, version }: User) => {
    const done = await confirm({
      title: text.factorResetTitle(name),
      body: text.factorResetBody,
      act: text.factorReset,
      danger: true,
      run: () => call(resetSecondFactor, { params: { id }, body: { version } }),
    });
    if (done) showDone(text.factorResetDone(name));
    await client.invalidateQueries({ queryKey: usersKey });
  };
}
