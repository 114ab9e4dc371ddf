import { createTicket } from '@xuanpai/contracts/auth';
import type { EndpointShape } from '@xuanpai/contracts/endpoint';
import { addressOf } from './address.ts';
import type { OptionsArgument, PartsOf } from './api.ts';
import { call } from './api.ts';

/** Saves the file of an endpoint, by a ticket: the browser's own download can't carry the token. */
export async function download<E extends EndpointShape>(
  endpoint: E,
  ...[options]: OptionsArgument<PartsOf<E>>
): Promise<void> {
  await downloadPath(addressOf(endpoint, options as PartsOf<E> | undefined));
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
