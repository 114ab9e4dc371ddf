import type { Text } from '@xuanpai/contracts/text';
import type { NeededKey } from '@xuanpai/database/backup/manifest';
import type { Connection } from '@xuanpai/database/client';
import { StartProblem } from '@xuanpai/database/start-problem';
import type { Keyring } from '../lib/keyring.ts';
import { columnsThere, keyUse, startOf } from '../lib/sealed/key-use.ts';

/** The keys that the data was sealed by, with what tells each from another of its name. */
export async function neededKeys(client: Connection, keys: Keyring | null): Promise<NeededKey[]> {
  const use = await keyUse(client);
  const names = new Set(use.map(({ kind, id }) => `${kind} ${id}`));
  return [...names].sort().map((name) => {
    const [kind = '', id = ''] = name.split(' ');
    const of = kind === 'data' ? 'data' : 'hmac';
    return { kind: of, id, check: keys?.checkOf(of, id) ?? null };
  });
}

const variables = { data: 'DATA_KEYS', hmac: 'HMAC_KEYS' };

/** Throws StartProblem that names each key which is missing, or is another one of the same name. */
export function refuseMissingKeys(
  needed: readonly NeededKey[],
  keys: Keyring | null,
  where: string,
): void {
  const faults = needed.flatMap(({ kind, id, check }): Text[] => {
    const own = keys?.checkOf(kind, id) ?? null;
    const name = variables[kind];
    if (own === null) return [{ zh: `${name} 缺少 ${id}`, en: `${name} lacks ${id}` }];
    if (check === null || own === check) return [];
    return [{ zh: `${name} 的 ${id} 不是原来那一把`, en: `${id} of ${name} is another key` }];
  });
  if (faults.length === 0) return;
  throw new StartProblem(
    'keysMissing',
    `缺少读取这份数据的密钥，没有恢复：\n${faults.map(({ zh }) => `  ${zh}`).join('\n')}\n备份里不含密钥。请先把原系统的密钥放到 ${where}，再恢复。`,
    `Keys that the data needs are missing, nothing was restored:\n${faults.map(({ en }) => `  ${en}`).join('\n')}\nA backup holds no keys. Put those of the system that was backed up into ${where} first.`,
  );
}

/** Opens one value of every sealed column and key: the keys at hand are the right ones. */
export async function tryKeys(client: Connection, keys: Keyring): Promise<void> {
  for (const sealed of await columnsThere(client)) {
    const { table, column, boundAs, key, code } = sealed;
    const id = Object.keys(key).map((name) => `"${name}"::text`);
    const { rows } = await client.query<{ id: string[]; text: string; code: string | null }>(
      `SELECT DISTINCT ON (split_part(${startOf(sealed)}, '.', 2)) ARRAY[${id.join(', ')}] AS id,
         ${sealed.bytes ? `convert_from("${column}", 'UTF8')` : `"${column}"`} AS text,
         ${code ? `"${code}"` : 'NULL'} AS code
       FROM "${table}" WHERE "${column}" IS NOT NULL`,
    );
    for (const row of rows) {
      if (!opens(keys, { table, column: boundAs, id: row.id.join('.') }, row)) {
        throw unreadable(`${table}.${column}`);
      }
    }
  }
}

function opens(
  keys: Keyring,
  place: { table: string; column: string; id: string },
  { text, code }: { text: string; code: string | null },
): boolean {
  try {
    const opened = keys.open(text, place);
    return code === null || keys.codesOf(opened).includes(code);
  } catch {
    return false;
  }
}

function unreadable(column: string) {
  return new StartProblem(
    'keysWrong',
    `现有的密钥读不出 ${column}，没有恢复，数据库没有改动。请放回做备份的那个系统的密钥。`,
    `The keys at hand don't open ${column}; nothing was restored. Use those of the system that was backed up.`,
  );
}
