import { type Permission, permissions } from '@xuanpai/contracts/permissions';
import { problemSchema } from '@xuanpai/contracts/problems';
import type { Role } from '@xuanpai/contracts/values';
import { holdsIdNumber } from '@xuanpai/domain/office/id-number';
import { z } from 'zod';
import { ownersFor, type Person, people } from '../access/world.ts';
import type { FuzzWorld } from './fuzz-world.ts';
import type { Operation } from './operations.ts';
import type { Schema } from './schema-arbitrary.ts';

export interface Seen {
  status: number;
  type: string;
  /** The cells, where it is a workbook. */
  text: string;
}

interface Asked {
  operation: Operation;
  asker: Person | null;
}

/** What is wrong with a reply; empty when it is as described and tells nothing that it shouldn't. */
export function faultsOf(seen: Seen, asked: Asked, fuzzed: FuzzWorld): string[] {
  return [
    ...(seen.status >= 500 ? ['the server failed'] : []),
    ...(isAsDescribed(seen, asked.operation) ? [] : ['a reply that is not described so']),
    ...indiscretions(seen, asked, fuzzed),
  ];
}

function isAsDescribed({ status, type, text }: Seen, { id, replies }: Operation): boolean {
  if (status >= 400) {
    if (!type.startsWith('application/problem+json')) return false;
    return problemSchema.safeParse(JSON.parse(text)).success;
  }
  const described = replies[status];
  if (!described) return false;
  const [[expected, { schema }] = ['', {}]] = Object.entries(described.content ?? {});
  if (expected === '') return text === '';
  if (schema === undefined) return type !== '' && !type.includes('json');
  if (!type.startsWith(expected)) return false;
  return readerOf(`${id} ${status}`, schema).safeParse(JSON.parse(text)).success;
}

const readers = new Map<string, z.ZodType>();

function readerOf(name: string, schema: Schema): z.ZodType {
  const known = readers.get(name);
  if (known) return known;
  const made = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
  readers.set(name, made);
  return made;
}

function indiscretions({ text }: Seen, { operation, asker }: Asked, fuzzed: FuzzWorld): string[] {
  const revealed = operation.id === 'revealCadre' && may(asker, 'cadres.reveal');
  if (revealed) return [];
  const sealed = fuzzed.secrets.filter((secret) => text.includes(secret));
  const strangers = fuzzed.bystanders.filter(({ owner }) => !reaches(asker, owner));
  // The log says by name whom an act was about: that much its reader sees of everybody.
  const named = (name: string) => !may(asker, 'audit.read') && text.includes(name);
  const told = strangers.filter(({ name, phone }) => named(name) || text.includes(phone));
  return [
    ...(holdsIdNumber(text) ? ['an ID number in clear'] : []),
    ...(sealed.length > 0 ? [`sealed data: ${sealed.join()}`] : []),
    ...(told.length > 0 ? [`somebody out of reach: ${told.map(({ name }) => name).join()}`] : []),
  ];
}

/** Whether people of a unit are among those whom somebody may see. */
function reaches(asker: Person | null, owner: FuzzWorld['bystanders'][number]['owner']): boolean {
  if (asker === null || !may(asker, 'cadres.read')) return false;
  const { own, foreign } = ownersFor(asker);
  return foreign === null || owner === own;
}

function may(asker: Person | null, permission: Permission): boolean {
  const allowed: readonly Role[] = permissions[permission];
  return asker !== null && allowed.includes(people[asker]);
}
