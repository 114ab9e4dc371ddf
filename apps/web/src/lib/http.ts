import { ApiProblem, readProblem } from './api-problem.ts';
import { currentLanguage } from './language.ts';

export interface Request {
  method: string;
  address: string;
  token?: string | null;
  body?: unknown;
  signal?: AbortSignal | undefined;
  headers?: Record<string, string>;
}

export function commonHeaders(token: string | null | undefined): Record<string, string> {
  return {
    Accept: 'application/json, application/problem+json',
    'Accept-Language': currentLanguage() === 'zh' ? 'zh-CN' : 'en',
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
  };
}

/** One request, no retries. Throws `ApiProblem`, or the browser's AbortError. */
export async function send(request: Request): Promise<Response> {
  const hasBody = request.body !== undefined;
  let response: Response;
  try {
    response = await fetch(request.address, {
      method: request.method,
      credentials: 'same-origin',
      headers: {
        ...commonHeaders(request.token),
        ...(hasBody ? { 'Content-Type': 'application/json' } : {}),
        ...request.headers,
      },
      ...(hasBody ? { body: JSON.stringify(request.body) } : {}),
      ...(request.signal ? { signal: request.signal } : {}),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem({ code: 'network' });
  }
  if (response.ok) return response;
  throw readProblem(await response.text(), response.status, response.headers.get('Retry-After'));
}

/** The JSON of an answer; nothing for 204. */
export async function readJson(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiProblem({ code: 'unreadable', status: response.status });
  }
}
