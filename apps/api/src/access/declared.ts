import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { EndpointShape } from '@xuanpai/contracts/endpoint';
import { permissions } from '@xuanpai/contracts/permissions';
import { type Role, roles } from '@xuanpai/contracts/values';

const contracts = resolve(import.meta.dirname, '../../../../packages/contracts/src');

/** Every endpoint of the contracts, bound or not. */
export async function declaredEndpoints(): Promise<EndpointShape[]> {
  const files = readdirSync(contracts).filter((file) => file.endsWith('.ts'));
  const modules = await Promise.all(files.map((file) => import(resolve(contracts, file))));
  return modules.flatMap((module) => Object.values(module as object)).filter(isEndpoint);
}

function isEndpoint(value: unknown): value is EndpointShape {
  return typeof value === 'object' && value !== null && 'access' in value && 'path' in value;
}

/** The roles that may call an endpoint, whatever the row. */
export function rolesOf({ access }: EndpointShape): readonly Role[] {
  return access === 'public' || access === 'signedIn' ? roles : permissions[access];
}

export const nameOf = ({ method, path }: EndpointShape) => `${method} ${path}`;
