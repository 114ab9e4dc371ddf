import type { Deps } from '../../../lib/deps.ts';
import { sql } from '../../../lib/sql.ts';

/** Names to choose from, by register. */
export interface RegisterNames {
  units: string[];
  townships: string[];
  villages: string[];
}

/** A list that nobody scrolls through is none. */
const most = 5000;

/** The names that the registers have now, in Chinese order, each once. */
export async function registerNames({ db }: Pick<Deps, 'db'>): Promise<RegisterNames> {
  const namesOf = async (from: ReturnType<typeof sql>) => {
    const rows = await db.prisma.$queryRaw<{ name: string }[]>(
      sql`SELECT name FROM (SELECT DISTINCT name FROM ${from}) AS names
        ORDER BY name COLLATE zh_pinyin LIMIT ${most}`,
    );
    return rows.map(({ name }) => name);
  };
  const [units, townships, villages] = await Promise.all([
    namesOf(sql`unit`),
    namesOf(sql`region WHERE level = 'township'`),
    namesOf(sql`village`),
  ]);
  return { units, townships, villages };
}
