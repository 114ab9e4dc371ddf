import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * For tests only: stands between a process and PostgreSQL and counts the messages that the process
 * sends, so that it can be killed at any one of them.
 */
export interface MessageCounter {
  /** The database behind the counter. */
  url: string;
  /** Messages so far. */
  count(): number;
  /** Counts anew, and calls `act` before the `at`th message is passed on. */
  at(message: number, act: () => void): void;
  close(): Promise<void>;
}

export async function countMessages(databaseUrl: string): Promise<MessageCounter> {
  const behind = new URL(databaseUrl);
  let counted = 0;
  let act: (() => void) | null = null;
  let when = Number.POSITIVE_INFINITY;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(behind.port), behind.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        client.destroy();
        upstream.destroy();
      });
    }
    const messages = frontendMessages();
    client.on('data', (bytes: Buffer) => {
      counted += messages(bytes);
      if (counted >= when) act?.();
      else upstream.write(bytes);
    });
    upstream.on('data', (bytes: Buffer) => client.write(bytes));
  });
  const port = await listening(server);
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return {
    url: url.href,
    count: () => counted,
    at(message, then) {
      counted = 0;
      when = message;
      act = then;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

/** Counts the messages in what a client sends; the first has no type, one may come in many pieces. */
function frontendMessages(): (bytes: Buffer) => number {
  let rest = Buffer.alloc(0);
  let head = 0;
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    let found = 0;
    for (;;) {
      if (rest.length < head + 4) return found;
      const length = head + rest.readUInt32BE(head);
      if (rest.length < length) return found;
      rest = rest.subarray(length);
      head = 1;
      found += 1;
    }
  };
}

function listening(server: Server): Promise<number> {
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      done(typeof address === 'object' ? (address?.port ?? 0) : 0);
    });
  });
}
