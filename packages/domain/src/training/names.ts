import { groupBy } from '../group-by.ts';
import { personName } from '../office/text.ts';

interface Named {
  cadreId: string;
  name: string;
}

export interface MatchedNames<Person extends Named> {
  /** One person of that name, each once. */
  found: Person[];
  /** Several people of one name: which of them the list doesn't say. */
  ambiguous: { name: string; people: Person[] }[];
  unknown: string[];
}

/** A line of a list may begin with its number: 1、王伟. */
const number = /^[（(]?\d+[)）.、．]?\s*/;
/** Between two names. Not a single space: names of two characters are padded with it. */
const between = /[\n\r\t,，;；、/]+|\s{3,}/;

/**
 * The people that a pasted list of names means. Padding, full-width letters and numbers in front are seen
 * through; headings and whatever else isn't somebody's name is told back.
 */
export function matchNames<Person extends Named>(
  text: string,
  people: readonly Person[],
): MatchedNames<Person> {
  const byName = groupBy(people, ({ name }) => personName(name));
  const matched: MatchedNames<Person> = { found: [], ambiguous: [], unknown: [] };
  const asked = new Set(
    text
      .split('\n')
      .flatMap((line) => line.trim().replace(number, '').split(between))
      .map((part) => personName(part.replace(number, '')))
      .filter((name) => name !== '' && !/^\d+$/.test(name)),
  );
  for (const name of asked) {
    const [first, ...others] = byName.get(name) ?? [];
    if (!first) matched.unknown.push(name);
    else if (others.length > 0) matched.ambiguous.push({ name, people: [first, ...others] });
    else matched.found.push(first);
  }
  return matched;
}
