import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../lib/actor.ts';
import { ApiError } from '../../lib/api-error.ts';

/** Nobody gives themselves rights, locks themselves out, or gets round their own password. */
export function refuseOwn(
  actor: Actor,
  userId: string,
  act: 'roles' | 'disabled' | 'password',
): void {
  if (actor.userId !== userId) return;
  const detail = own[act];
  throw new ApiError('forbidden', {
    detail,
    faults: [{ path: act, code: 'ownAccount', message: detail }],
  });
}

const own = {
  roles: {
    zh: '不能修改自己的角色，请另一名系统管理员办理。',
    en: 'Nobody changes their own roles: ask another administrator.',
  },
  disabled: {
    zh: '不能停用自己的账号，请另一名系统管理员办理。',
    en: 'Nobody disables their own account: ask another administrator.',
  },
  password: {
    zh: '自己的口令请在“我的账号”中修改。',
    en: 'Change your own password on your account page.',
  },
};

/** Without an administrator nobody could ever make one again. Call while the administrators are held. */
export async function keepAnAdmin(tx: Tx, path: 'roles' | 'disabled'): Promise<void> {
  const left = await tx.user.count({
    where: { disabledAt: null, roles: { some: { role: 'admin' } } },
  });
  if (left > 0) return;
  const message = {
    zh: '这是最后一名在用的系统管理员，不能停用，也不能改任其他角色。',
    en: 'This is the last active administrator, and stays one.',
  };
  throw new ApiError('conflict', {
    detail: message,
    faults: [{ path, code: 'lastAdmin', message }],
  });
}
