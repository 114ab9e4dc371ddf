import { ApiError } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { rows, sql } from '../../lib/sql.ts';

/**
 * Failed sign-ins let through in a quarter of an hour, and how long the door stays shut after them:
 * for one account from one address, for one address, and for one account from everywhere. The last
 * leaves the addresses alone where the person signs in: nobody shuts them out by guessing elsewhere.
 */
const limits = {
  pair: { failures: 5, shutSeconds: 300 },
  address: { failures: 30, shutSeconds: 300 },
  account: { failures: 50, shutSeconds: 900 },
};
const windowSeconds = 900;

/** Days for which an address is one where the person signs in; sessions are kept as long. */
export const knownDays = 90;

/** Codes only: people type their password, or somebody's ID number, where the name belongs. */
function keysOf({ keys }: Deps, username: string, address: string) {
  return {
    pair: keys.codeOf(`pair:${username} ${address}`),
    address: `address:${address}`,
    account: keys.codeOf(`account:${username}`),
  };
}

/** Throws `tooMany` while the door is shut, for names that nobody has as for others. */
export async function checkThrottle(deps: Deps, username: string, address: string): Promise<void> {
  const { pair, account, ...keys } = keysOf(deps, username, address);
  const [shut] = await rows<{ seconds: number }>(
    deps.db.pool,
    sql`SELECT ceil(extract(epoch FROM blocked_until - now()))::int AS seconds FROM throttle
      WHERE blocked_until > now() AND (key IN (${pair}, ${keys.address}) OR key = ${account} AND NOT EXISTS (
        SELECT 1 FROM session s JOIN "user" u ON u.id = s.user_id
        WHERE u.username = ${username} AND s.address = ${address}
          AND s.created_at > now() - make_interval(days => ${knownDays})))
      ORDER BY blocked_until DESC LIMIT 1`,
  );
  if (!shut) return;
  const { seconds } = shut;
  throw new ApiError('tooMany', {
    retryAfter: seconds,
    detail: {
      zh: `登录失败次数过多，请${seconds}秒后再试。`,
      en: `Too many failed sign-ins, try again in ${seconds} seconds.`,
    },
  });
}

/** Counts a failure; names that nobody has count the same. */
export async function countFailure(deps: Deps, username: string, address: string): Promise<void> {
  const keys = keysOf(deps, username, address);
  for (const kind of ['pair', 'address', 'account'] as const) {
    const { failures, shutSeconds } = limits[kind];
    await deps.db.pool.query(
      `INSERT INTO throttle AS t (key, failures, started_at) VALUES ($1, 1, now())
       ON CONFLICT (key) DO UPDATE SET
         failures = CASE WHEN t.started_at < now() - make_interval(secs => $3) THEN 1 ELSE t.failures + 1 END,
         started_at = CASE WHEN t.started_at < now() - make_interval(secs => $3) THEN now() ELSE t.started_at END,
         blocked_until = CASE WHEN t.started_at >= now() - make_interval(secs => $3) AND t.failures + 1 >= $2
           THEN now() + make_interval(secs => $4) ELSE t.blocked_until END`,
      [keys[kind], failures, windowSeconds, shutSeconds],
    );
  }
}

/** After a success: the failures of this person here, and what nobody has touched for a day. */
export async function forgetFailures(deps: Deps, username: string, address: string): Promise<void> {
  await deps.db.pool.query(
    "DELETE FROM throttle WHERE key = $1 OR started_at < now() - interval '1 day'",
    [keysOf(deps, username, address).pair],
  );
}
