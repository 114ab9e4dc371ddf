import type { EndpointShape } from '@xuanpai/contracts/endpoint';
import { type Role, roles } from '@xuanpai/contracts/values';
import { roleWords } from '@xuanpai/contracts/words';
import { rolesOf } from './declared.ts';
import { entriesOf } from './entries.ts';
import type { Entry, RowEntry, SeenRow } from './entry.ts';
import { type Person, people, type World } from './world.ts';

const head = `# Who reaches what

Made from the contracts and \`apps/api/src/access\`; the test beside them calls every cell for real.
After a change: \`npx vitest run --project api apps/api/src/access -u\`

- \`all\`: every row; what isn't there is a 404. \`own\`: rows of the own township or unit, and those of
  people posted there; others' rows are the same 404 as those that aren't there. \`none\`: may call, and
  every row is a 404, or the list is empty. \`yes\`: about no row, or about oneself. –: a 403, whatever the row.
- Named in brackets: the id stands in the body or the query.
`;

/** The table as Markdown, by the tag of the endpoint. */
export async function documentOf(
  world: World,
  endpoints: readonly EndpointShape[],
): Promise<string> {
  const titles = roles.map((role) => roleWords[role].zh).join(' | ');
  const text = [head];
  for (const tag of [...new Set(endpoints.map(({ tag }) => tag))].sort()) {
    text.push(`## ${tag}\n`, `| | ${titles} |`, `|---|${'---|'.repeat(roles.length)}`);
    for (const endpoint of endpoints.filter((one) => one.tag === tag)) {
      for (const entry of entriesOf(endpoint.id)) text.push(await lineOf(world, endpoint, entry));
    }
    text.push('');
  }
  return text.join('\n');
}

async function lineOf(world: World, endpoint: EndpointShape, entry: Entry): Promise<string> {
  const named = 'named' in entry && entry.named ? ` (${entry.named})` : '';
  const known = entry.kind === 'list' ? await entry.rows(world) : [];
  const cells = roles.map((role) => {
    if (!rolesOf(endpoint).includes(role)) return '–';
    if (entry.kind === 'row') return reachWord(entry, role);
    return entry.kind === 'list' ? listWord(known, role) : 'yes';
  });
  return `| ${endpoint.method} \`${endpoint.path}\`${named} | ${cells.join(' | ')} |`;
}

function reachWord({ reach }: RowEntry, role: Role): string {
  const found = Object.entries(reach).find(([, held]) => held.includes(role));
  return found?.[0] ?? '';
}

function listWord(rows: readonly SeenRow[], role: Role): string {
  const sees = ({ seenBy }: SeenRow) => seenBy.some((person) => people[person] === role);
  const everything = rows.every(({ seenBy }) =>
    persons.filter((person) => people[person] === role).every((one) => seenBy.includes(one)),
  );
  if (everything) return 'all';
  return rows.some(sees) ? 'own' : 'none';
}

const persons = Object.keys(people) as Person[];
