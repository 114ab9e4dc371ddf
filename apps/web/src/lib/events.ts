import { fetchEventSource } from '@microsoft/fetch-event-source';
import type { EndpointShape } from '@xuanpai/contracts/endpoint';
import { addressOf } from './address.ts';
import type { PartsOf } from './api.ts';
import { ApiProblem, isProblem, readProblem } from './api-problem.ts';
import { isUnreachable, serverBack } from './connection.ts';
import { commonHeaders } from './http.ts';
import { bearer, refreshOnce } from './session.ts';

export interface ServerEvent {
  /** The event's name, `message` where it has none. */
  name: string;
  id: string;
  /** Parsed JSON. */
  data: unknown;
}

interface StreamExtras {
  signal: AbortSignal;
  onEvent: (event: ServerEvent) => void;
  /** False while the connection is down and being made anew. */
  onConnected?: (connected: boolean) => void;
  /** Continue after this event. */
  lastEventId?: string;
}

export type StreamOptions<E extends EndpointShape> = PartsOf<E> & StreamExtras;

const longestWait = 15_000;

/**
 * Follows an endpoint of kind `events` until the signal ends it or the server refuses.
 * A lost connection is made anew, further and further apart, after the last event that came.
 */
export async function stream<E extends EndpointShape>(
  endpoint: E,
  options: StreamOptions<E>,
): Promise<void> {
  let wait = 500;
  let refreshed = false;
  await fetchEventSource(addressOf(endpoint, options), {
    method: endpoint.method,
    headers: options.lastEventId ? { 'Last-Event-ID': options.lastEventId } : {},
    signal: options.signal,
    openWhenHidden: true,
    fetch: (input, init) =>
      fetch(input, {
        ...init,
        headers: { ...init?.headers, ...commonHeaders(bearer()), Accept: 'text/event-stream' },
      }),
    async onopen(response) {
      if (response.ok) {
        wait = 500;
        refreshed = false;
        options.onConnected?.(true);
        return;
      }
      throw readProblem(
        await response.text(),
        response.status,
        response.headers.get('Retry-After'),
      );
    },
    onmessage(message) {
      if (message.data === '') return;
      const data: unknown = JSON.parse(message.data);
      options.onEvent({ name: message.event || 'message', id: message.id, data });
    },
    onclose() {
      if (!options.signal.aborted) throw new ApiProblem({ code: 'network' });
    },
    onerror(error: unknown) {
      options.onConnected?.(false);
      if (isProblem(error) && error.status === 401 && !refreshed) {
        refreshed = true;
        void refreshOnce().catch(() => undefined);
        return 300;
      }
      if (isProblem(error) && error.status >= 400 && error.status < 500) throw error;
      // What `fetch` itself throws: no answer came. A stream that the server ends is no loss.
      if (error instanceof TypeError || (isUnreachable(error) && !isProblem(error, 'network')))
        void serverBack();
      wait = Math.min(wait * 2, longestWait);
      return wait;
    },
  });
}
