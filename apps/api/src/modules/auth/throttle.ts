import { ApiError } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';

/** Failed sign-ins let through in a window, and how long the door stays shut after them. */
const limits = { account: 5, address: 30, windowSeconds: 900, blockSeconds: 300 };

const addressKey = (address: string) => `address:${address}`;

/** A code only: people type their password, or somebody's ID number, where the name belongs. */
const accountKey = ({ keys }: Deps, username: string) => keys.codeOf(`account:${username}`);

/** Throws `tooMany` while the account or the address is shut. */
export async function checkThrottle(deps: Deps, username: string, address: string): Promise<void> {
  const { rows } = await deps.db.pool.query<{ seconds: number }>(
    `SELECT ceil(extract(epoch FROM blocked_until - now()))::int AS seconds FROM throttle
     WHERE key = ANY($1) AND blocked_until > now() ORDER BY blocked_until DESC LIMIT 1`,
    [[accountKey(deps, username), addressKey(address)]],
  );
  const seconds = rows[0]?.seconds;
  if (seconds === undefined) return;
  throw new ApiError('tooMany', {
    retryAfter: seconds,
    detail: {
      zh: `登录失败次数过多，请${seconds}秒后再试。`,
      en: `Too many failed sign-ins, try again in ${seconds} seconds.`,
    },
  });
}

/** Counts a failure for the account and for the address; unknown names count the same. */
export async function countFailure(deps: Deps, username: string, address: string): Promise<void> {
  for (const [key, most] of [
    [accountKey(deps, username), limits.account],
    [addressKey(address), limits.address],
  ] as const) {
    await deps.db.pool.query(
      `INSERT INTO throttle AS t (key, failures, started_at) VALUES ($1, 1, now())
       ON CONFLICT (key) DO UPDATE SET
         failures = CASE WHEN t.started_at < now() - make_interval(secs => $3) THEN 1 ELSE t.failures + 1 END,
         started_at = CASE WHEN t.started_at < now() - make_interval(secs => $3) THEN now() ELSE t.started_at END,
         blocked_until = CASE WHEN t.started_at >= now() - make_interval(secs => $3) AND t.failures + 1 >= $2
           THEN now() + make_interval(secs => $4) ELSE t.blocked_until END`,
      [key, most, limits.windowSeconds, limits.blockSeconds],
    );
  }
}

/** After a success: the account's failures, and what nobody has touched for a day. */
export async function forgetFailures(deps: Deps, username: string): Promise<void> {
  await deps.db.pool.query(
    "DELETE FROM throttle WHERE key = $1 OR started_at < now() - interval '1 day'",
    [accountKey(deps, username)],
  );
}
