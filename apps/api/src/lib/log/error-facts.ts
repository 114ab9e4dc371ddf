import { databaseProblem } from '@xuanpai/database/errors';

/** What the log keeps of an error: enough to find the fault, nothing of anybody's data. */
export type ErrorFacts = {
  type: string;
  /** Of Node, Fastify or Prisma: `ECONNREFUSED`, `P2002`. */
  code?: string;
  sqlstate?: string;
  constraint?: string;
  message: string;
  /** The places in the code, without the message that V8 puts above them. */
  stack: string;
  cause?: ErrorFacts;
};

/** Causes of causes, as far as they are kept. */
const deepest = 3;

/**
 * The facts of anything thrown. The database's messages hold the values of a row ("Key (name)=(…)"),
 * Prisma's the arguments of a call: only its code and the constraint are kept of those, of every other
 * message what is no text in quotes, no Chinese, no number and no token.
 */
export function errorFacts(error: unknown, depth = 0): ErrorFacts {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  const problem = databaseProblem(error);
  const { cause } = error;
  const code = (error as NodeJS.ErrnoException).code;
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(problem ? { sqlstate: problem.sqlstate } : {}),
    ...(problem?.constraint ? { constraint: problem.constraint } : {}),
    message: messageOf(error, problem?.sqlstate ?? null),
    stack: framesOf(error),
    ...(cause instanceof Error && depth < deepest ? { cause: errorFacts(cause, depth + 1) } : {}),
  };
}

/** Classes of SQLSTATE whose words are of the server and the statement, never of a row. */
const ofTheServer = /^(08|42|53|55|57|58|XX)/;

function messageOf(error: Error, sqlstate: string | null): string {
  if (sqlstate) return ofTheServer.test(sqlstate) ? masked(serverWords(error)) : '';
  if (/^Prisma/.test(error.name)) return '';
  const ofTheEngine = error instanceof TypeError || error instanceof ReferenceError;
  return masked(error.message, ofTheEngine);
}

/** pg's own error says it itself; Prisma's keep it at the bottom. */
function serverWords(error: Error & { meta?: unknown; cause?: unknown }): string {
  const meta = (error.meta ?? {}) as { driverAdapterError?: { cause?: unknown } };
  const cause = (meta.driverAdapterError?.cause ?? error.cause ?? {}) as {
    originalMessage?: unknown;
  };
  if (typeof cause.originalMessage === 'string') return cause.originalMessage;
  return /^Prisma|^DriverAdapter/.test(error.name) ? '' : error.message;
}

const quoted = /"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”/g;
const identifier = /^.[A-Za-z_$][\w$]{0,40}.$/;

/** V8 quotes names of our code ("reading 'places'"), everybody else quotes data. */
function masked(message: string, keepIdentifiers = false): string {
  return message
    .slice(0, 2_000)
    .replace(quoted, (text) => (keepIdentifiers && identifier.test(text) ? text : '"…"'))
    .replace(/\p{Script=Han}+/gu, '…')
    .replace(/\d{6,}[\dXx]*/g, '…')
    .replace(/[\w+/=.-]{32,}/g, '…')
    .slice(0, 300);
}

function framesOf(error: Error): string {
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at \S/.test(line));
  return lines.slice(0, 20).join('\n');
}
