import { type Permission, permissions } from '@xuanpai/contracts/permissions';
import type { Role } from '@xuanpai/contracts/values';
import type { InjectOptions } from 'fastify';
import type { Schema } from './schema-arbitrary.ts';

/** An operation of the API's description. */
export interface Operation {
  id: string;
  method: NonNullable<InjectOptions['method']>;
  path: string;
  parameters: { name: string; in: string; required: boolean; schema: Schema }[];
  /** By content type. */
  body: Record<string, { schema: Schema }> | null;
  /** By status; content by type. */
  replies: Record<string, { content?: Record<string, { schema?: Schema }> }>;
  /** Who may call it; null for everybody. */
  roles: readonly Role[] | null;
}

interface Description {
  paths: Record<string, Record<string, RawOperation>>;
}

interface RawOperation {
  operationId: string;
  parameters?: (Operation['parameters'][number] | { $ref: string })[];
  requestBody?: { content: Operation['body'] };
  responses: Operation['replies'];
  'x-permission': Permission | 'public' | 'signedIn';
}

export function operationsOf({ paths }: Description): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, raw]) => ({
      id: raw.operationId,
      method: method.toUpperCase() as Operation['method'],
      path,
      parameters: (raw.parameters ?? []).flatMap((one) => ('name' in one ? [one] : [])),
      body: raw.requestBody?.content ?? null,
      replies: raw.responses,
      roles: rolesOf(raw['x-permission']),
    })),
  );
}

function rolesOf(access: RawOperation['x-permission']): readonly Role[] | null {
  return access === 'public' || access === 'signedIn' ? null : permissions[access];
}
