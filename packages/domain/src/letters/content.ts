import type { LetterSource } from '@xuanpai/contracts/letter-kinds';
import type { Tag } from './tags.ts';

/** What stands in a letter, by tag; `lists` are what a template repeats. */
export interface LetterContent {
  /** Whom this part is about, for what is said when a value is missing. */
  name: string;
  /** Where the values come from: ids by source. */
  sources: Partial<Record<LetterSource, string>>;
  values: Record<string, string | null>;
  lists: Record<string, LetterContent[]>;
}

/** A tag that a template uses: the way to it through the loops, and whether it may be empty there. */
export interface UsedTag {
  path: readonly string[];
  /** Stands between {#tag} and {/tag}, which print nothing where there is no value. */
  optional: boolean;
}

export interface Missing {
  tag: Tag;
  name: string;
  source: LetterSource;
  sourceId: string | null;
}

type Data = { [tag: string]: string | Data[] | null };

/** As the template engine takes it. */
export function dataOf({ values, lists }: LetterContent): Data {
  const repeated = Object.entries(lists).map(([name, each]) => [name, each.map(dataOf)] as const);
  return { ...values, ...Object.fromEntries(repeated) };
}

/**
 * The values that a template wants and the content hasn't, each once. A tag that isn't the loop's own
 * is the one of the part around it.
 */
export function missingValues(
  content: LetterContent,
  used: readonly UsedTag[],
  tags: readonly Tag[],
): Missing[] {
  const found = new Map<string, Missing>();
  for (const { path, optional } of used) {
    if (optional) continue;
    for (const one of missingAt([content], path, tags)) {
      found.set(`${one.name} ${one.sourceId} ${one.tag.name}`, one);
    }
  }
  return [...found.values()];
}

function missingAt(
  around: readonly LetterContent[],
  [first, ...rest]: readonly string[],
  tags: readonly Tag[],
): Missing[] {
  const [innermost] = around;
  const tag = tags.find(({ name }) => name === first);
  if (!innermost || first === undefined) return [];
  if (tag?.inside && rest.length > 0) {
    const inside = [...tag.inside, ...tags];
    const each = innermost.lists[first] ?? [];
    return each.flatMap((part) => missingAt([part, ...around], rest, inside));
  }
  const part = around.find(({ values }) => first in values);
  const empty = part === undefined || part.values[first] === null || part.values[first] === '';
  if (!empty || !tag?.source || tag.inside) return [];
  const { name, sources } = part ?? innermost;
  return [{ tag, name, source: tag.source, sourceId: sources[tag.source] ?? null }];
}

/** For looking at before everything is entered: what is missing stands in brackets. */
export function withGapsNamed({ values, lists, ...rest }: LetterContent): LetterContent {
  const named = Object.entries(values).map(
    ([name, value]) => [name, value === null || value === '' ? `【缺：${name}】` : value] as const,
  );
  const each = Object.entries(lists).map(([name, of]) => [name, of.map(withGapsNamed)] as const);
  return { ...rest, values: Object.fromEntries(named), lists: Object.fromEntries(each) };
}

/** A letter made of the tags' examples: to try a template with. */
export function exampleOf(tags: readonly Tag[]): LetterContent {
  const single = tags.filter(({ inside }) => inside === undefined);
  const repeated = tags.filter(({ inside }) => inside !== undefined);
  return {
    name: '',
    sources: {},
    values: Object.fromEntries(single.map(({ name, example }) => [name, example])),
    lists: Object.fromEntries(
      repeated.map(({ name, inside = [] }) => [name, [exampleOf(inside), exampleOf(inside)]]),
    ),
  };
}
