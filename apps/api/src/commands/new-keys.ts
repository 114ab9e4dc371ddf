import { randomBytes } from 'node:crypto';
import { parseKeys } from '../lib/keyring.ts';

export interface KeyLists {
  dataKeys: string;
  hmacKeys: string;
}

/** The lists with a new key at the head of each: it writes from now on, the others still read. */
export function withNewKeys({ dataKeys, hmacKeys }: KeyLists): KeyLists {
  return { dataKeys: withNew('k', dataKeys), hmacKeys: withNew('h', hmacKeys) };
}

function withNew(letter: string, list: string): string {
  const ids = new Set(parseKeys(list).map(({ id }) => id));
  let number = ids.size + 1;
  while (ids.has(`${letter}${number}`)) number += 1;
  return `${letter}${number}:${randomBytes(32).toString('base64')},${list}`;
}

/** The lists without the keys that nothing is sealed by any more; the first always stays. */
export function withoutUnused(lists: KeyLists, used: { data: string[]; hmac: string[] }): KeyLists {
  return {
    dataKeys: kept(lists.dataKeys, used.data),
    hmacKeys: kept(lists.hmacKeys, used.hmac),
  };
}

function kept(list: string, used: string[]): string {
  return list
    .split(',')
    .filter((part, at) => at === 0 || used.includes(part.trim().split(':')[0] ?? ''))
    .join(',');
}
