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
    throw asProblem(error);
  }
  if (response.ok) return response;
  throw readProblem(await textOf(response), response.status, response.headers.get('Retry-After'));
}

/** The line can be cut in the middle of an answer too. */
async function textOf(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    throw asProblem(error);
  }
}

function asProblem(error: unknown): unknown {
  const aborted = error instanceof DOMException && error.name === 'AbortError';
  return aborted ? error : new ApiProblem({ code: 'network' });
}

/** The JSON of an answer; nothing for 204. */
export async function readJson(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const text = await textOf(response);
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiProblem({ code: 'unreadable', status: response.status });
  }
}
