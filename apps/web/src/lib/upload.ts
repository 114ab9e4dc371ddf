import type { EndpointShape, ReplyOf } from '@xuanpai/contracts/endpoint';
import { addressOf } from './address.ts';
import type { PartsOf } from './api.ts';
import { withToken } from './api.ts';
import { ApiProblem, readProblem } from './api-problem.ts';
import { untilAnswered } from './connection.ts';
import { commonHeaders } from './http.ts';
import { newKey } from './ids.ts';

interface UploadExtras {
  file: File;
  /** Further fields of the form, sent before the file. */
  fields?: Record<string, string>;
  headers?: Record<string, string>;
  /** Bytes sent so far, of how many. */
  onProgress?: (sent: number, total: number) => void;
  signal?: AbortSignal;
}

export type UploadOptions<E extends EndpointShape> = PartsOf<E> & UploadExtras;

function attempt(
  method: string,
  address: string,
  headers: Record<string, string>,
  extras: UploadExtras,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(extras.fields ?? {})) form.append(name, value);
    form.append('file', extras.file);
    const request = new XMLHttpRequest();
    request.open(method, address);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => extras.onProgress?.(event.loaded, event.total);
    request.onerror = () => reject(new ApiProblem({ code: 'network' }));
    request.onabort = () => reject(new DOMException('Aborted', 'AbortError'));
    request.onload = () => {
      if (request.status < 300) resolve(request.responseText);
      else {
        const wait = request.getResponseHeader('Retry-After');
        reject(readProblem(request.responseText, request.status, wait));
      }
    };
    extras.signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}

/**
 * Sends a file as multipart, telling how far it is. Throws `ApiProblem`, or AbortError. After a lost
 * connection the file is sent again from its beginning.
 */
export async function uploadFile<E extends EndpointShape>(
  endpoint: E,
  options: UploadOptions<E>,
): Promise<ReplyOf<E>> {
  const address = addressOf(endpoint, options);
  const key = newKey();
  const once = () =>
    withToken(endpoint, (token) =>
      attempt(
        endpoint.method,
        address,
        { ...commonHeaders(token), 'Idempotency-Key': key, ...options.headers },
        options,
      ),
    );
  const text = await untilAnswered(once, { writes: true, signal: options.signal });
  return (text === '' ? undefined : JSON.parse(text)) as ReplyOf<E>;
}
