import type { PlainDate } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../lib/actor.ts';
import { ApiError } from '../../lib/api-error.ts';
import { sql } from '../../lib/sql.ts';

/** Nobody gives themselves rights, locks themselves out, or gets round their own password. */
export function refuseOwn(
  actor: Actor,
  userId: string,
  act: 'roles' | 'disabled' | 'password' | 'secondFactor',
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
  secondFactor: {
    zh: '自己的动态码请在“我的账号”中停用。',
    en: 'Turn your own second factor off on your account page.',
  },
  password: {
    zh: '自己的口令请在“我的账号”中修改。',
    en: 'Change your own password on your account page.',
  },
};

/**
 * Without an administrator nobody could ever make one again: from today on there is one on every day.
 * Call while the administrators are held.
 */
export async function keepAnAdmin(
  tx: Tx,
  today: PlainDate,
  path: 'roles' | 'disabled',
): Promise<void> {
  const [found] = await tx.$queryRaw<{ kept: boolean | null }[]>(sql`
    SELECT range_agg(daterange(r.starts_on, r.ends_on, '[]')) @> daterange(${today}::date, NULL) AS kept
    FROM user_role r JOIN "user" u ON u.id = r.user_id
    WHERE r.role = 'admin' AND u.disabled_at IS NULL`);
  if (found?.kept) return;
  const message = {
    zh: '这是最后一名在用的系统管理员，不能停用、改任其他角色，也不能只任到某日：每天都要有一名系统管理员在任。',
    en: 'This is the last active administrator, and stays one: there must be one on every day.',
  };
  throw new ApiError('conflict', {
    detail: message,
    faults: [{ path, code: 'lastAdmin', message }],
  });
}
