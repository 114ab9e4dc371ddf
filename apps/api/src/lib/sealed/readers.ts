import type { Connection } from '@xuanpai/database/client';
import type { Keyring } from '../keyring.ts';

const prefix = 'xuanpai keys ';

/** The server cuts names off here. */
const longest = 63;

/** The name under which an application connects: other processes see which keys it can read by. */
export function nameOfKeys(keys: Keyring): string {
  return `${prefix}${keys.marks().join(' ')}`.slice(0, longest);
}

/**
 * Connections of running applications that can't read what these keys write, or don't say what they
 * can read. What is sealed anew would be closed to them.
 */
export async function blindApplications(client: Connection, keys: Keyring): Promise<number> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT application_name AS name FROM pg_stat_activity
     WHERE datname = current_database() AND (application_name = 'xuanpai' OR application_name LIKE '${prefix}%')`,
  );
  const needed = keys.writingMarks();
  return rows.filter(({ name }) => !needed.every((mark) => name.includes(mark))).length;
}
