import { searchKeyOf } from './search-key.ts';

/** What a unit is found by: its name. */
export function unitKeys({ name }: { name: string }) {
  return { searchKey: searchKeyOf(name, 'place') };
}
