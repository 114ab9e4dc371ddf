import { createTicket } from '@xuanpai/contracts/auth';
import type { EndpointShape } from '@xuanpai/contracts/endpoint';
import { addressOf } from './address.ts';
import type { OptionsArgument, PartsOf } from './api.ts';
import { call, withToken } from './api.ts';
import { send } from './http.ts';

/** Saves the file of an endpoint, by a ticket: the browser's own download can't carry the token. */
export async function download<E extends EndpointShape>(
  endpoint: E,
  ...[options]: OptionsArgument<PartsOf<E>>
): Promise<void> {
  await downloadPath(addressOf(endpoint, options as PartsOf<E> | undefined));
}

/** Saves what came otherwise than as a file. */
export function saveFile(filename: string, file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = filename;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The bytes of the file, to be shown in the page. */
export async function fileOf<E extends EndpointShape>(
  endpoint: E,
  parts: PartsOf<E>,
  signal: AbortSignal,
): Promise<Blob> {
  const { method } = endpoint;
  const address = addressOf(endpoint, parts);
  const once = (token: string | null) => send({ method, address, token, signal });
  return (await withToken(endpoint, once)).blob();
}

/** The same for an address that an answer gave. */
export async function downloadPath(path: string): Promise<void> {
  const ticket = await call(createTicket, { body: { path } });
  const link = document.createElement('a');
  link.href = ticket.url;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
