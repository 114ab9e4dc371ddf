import { searchKeyOf } from './search-key.ts';

/** What a village is found by: its name and its code. */
export function villageKeys({ name, code }: { name: string; code: string }) {
  return { searchKey: searchKeyOf(name, 'place', [code]) };
}
