import type { EndpointShape } from '@xuanpai/contracts/endpoint';
import { may } from '@xuanpai/contracts/permissions';
import { type Role, roles } from '@xuanpai/contracts/values';
import { roleWords } from '@xuanpai/contracts/words';
import { heldFor } from '@xuanpai/domain/access';
import { z } from 'zod';
import { type FieldClass, type PersonalField, personalFields } from './fields.ts';

const head = `# Personal data, field by field

Which roles a field may reach at all, made from the contracts and \`apps/api/src/personal-data/fields.ts\`; which
rows of it, and that others get a 404, says \`docs/access.md\`. After a change:
\`npx vitest run --project api apps/api/src/personal-data -u\`

- R: in replies. W: may be written. \`*\`: of the own township, unit or team only. –: never.
- Files (.xlsx, .docx) hold what the page of the same address shows; letters and scans say their own access.
- Names and posts of people are in nearly every reply and aren't listed; of an account everybody reads the own.
- Of a group with few valid ballots the figures are for whoever entered them (\`evaluation.ballotsShown\`).
`;

const titles: Readonly<Record<FieldClass, string>> = {
  sealed: 'Sealed: encrypted, one person at a time, with a reason that the log keeps',
  personal: 'Personal: by role and row',
  assessed: 'Assessed: what is thought of somebody',
};

/** The page as Markdown; `access` is the text of `docs/access.md`, where a role may call and reach nothing. */
export function documentOf(endpoints: readonly EndpointShape[], access: string): string {
  const reached = reachedIn(access);
  const uses = endpoints.map((endpoint) => usesOf(endpoint, reached));
  const words = roles.map((role) => roleWords[role].zh).join(' | ');
  const parts = (['sealed', 'personal', 'assessed'] as const).map((one) => {
    const lines = personalFields
      .filter((field) => field.class === one)
      .map((field) => {
        const names = field.names.map((name) => `\`${name}\``).join(', ');
        const cells = roles.map((role) => cellOf(field, role, uses)).join(' | ');
        return `| ${field.what}: ${names} | ${cells} |`;
      });
    return [
      `## ${titles[one]}\n`,
      `| | ${words} |`,
      `|---|${'---|'.repeat(roles.length)}`,
      ...lines,
    ];
  });
  return `${[head, ...parts.map((lines) => `${lines.join('\n')}\n`)].join('\n')}`;
}

interface Uses {
  endpoint: EndpointShape;
  roles: readonly Role[];
  read: ReadonlySet<string>;
  written: ReadonlySet<string>;
}

/** Of each endpoint, the roles that reach a row of it. */
function reachedIn(access: string): Map<string, Role[]> {
  const reached = new Map<string, Role[]>();
  for (const [, name = '', cells = ''] of access.matchAll(/^\| (\w+ `[^`]+`)[^|]* \| (.+) \|$/gm)) {
    const words = cells.split(' | ');
    const found = roles.filter((_, at) => !['–', 'none', ''].includes(words[at]?.trim() ?? ''));
    reached.set(name, [...(reached.get(name) ?? []), ...found]);
  }
  return reached;
}

function usesOf(endpoint: EndpointShape, reached: ReadonlyMap<string, Role[]>): Uses {
  const { method, path, body, reply } = endpoint;
  return {
    endpoint,
    roles: reached.get(`${method} \`${path}\``) ?? [],
    read: namesIn(reply, 'output'),
    written: namesIn(body, 'input'),
  };
}

function cellOf(field: PersonalField, role: Role, uses: readonly Uses[]): string {
  const of = (side: 'read' | 'written') =>
    uses.some(
      ({ endpoint, roles: held, ...names }) =>
        held.includes(role) &&
        (!field.under || field.under.test(endpoint.path)) &&
        field.names.some((name) => names[side].has(name)),
    );
  const shown = !field.only || field.only.some((permission) => may([role], permission));
  const what = `${of('read') && shown ? 'R' : ''}${of('written') ? 'W' : ''}`;
  if (what === '') return '–';
  return heldFor(role) !== null || role === 'evaluator' ? `${what}*` : what;
}

/** Every name of a property in a schema, however deep. */
export function namesIn(schema: z.ZodType | undefined, io: 'input' | 'output'): Set<string> {
  const names = new Set<string>();
  if (!schema) return names;
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('properties' in value && typeof value.properties === 'object' && value.properties) {
      for (const name of Object.keys(value.properties)) names.add(name);
    }
    Object.values(value).forEach(walk);
  };
  walk(z.toJSONSchema(schema, { io, unrepresentable: 'any' }));
  return names;
}
