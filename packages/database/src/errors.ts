/** What the database refused: the SQLSTATE and, where it names one, the constraint. */
export interface DatabaseProblem {
  readonly sqlstate: string;
  readonly constraint: string | null;
}

export const sqlstates = {
  /** A row that others point at, since PostgreSQL 18; before that `foreignKey` too. */
  restrict: '23001',
  notNull: '23502',
  foreignKey: '23503',
  unique: '23505',
  check: '23514',
  exclusion: '23P01',
  serialization: '40001',
  deadlock: '40P01',
  raised: 'P0001',
  timedOut: '57014',
} as const;

type Fields = Record<string, unknown>;

/**
 * Takes anything thrown by Prisma's methods (P2002, P2003, P2039 …), by its raw SQL (P2010), by the
 * driver adapter or by pg itself; null when it isn't a refusal of the database.
 */
export function databaseProblem(error: unknown): DatabaseProblem | null {
  if (!isFields(error)) return null;
  // pg's own error carries both by name.
  if (typeof error.severity === 'string' && isSqlstate(error.code)) {
    return { sqlstate: error.code, constraint: textOr(error.constraint, null) };
  }
  const cause = driverCause(error);
  if (!cause) return null;
  const sqlstate = [cause.originalCode, cause.code].find(isSqlstate);
  if (!sqlstate) return null;
  return { sqlstate, constraint: constraintOf(cause, sqlstate) };
}

function driverCause(error: Fields): Fields | null {
  const meta = isFields(error.meta) ? error.meta : {};
  const driver = isFields(meta.driverAdapterError) ? meta.driverAdapterError : error;
  return isFields(driver.cause) ? driver.cause : null;
}

/**
 * The adapter keeps the name for unique and foreign keys only. For the rest it is the last quoted
 * name of the message, in every language of the server.
 */
function constraintOf(cause: Fields, sqlstate: string) {
  const constraint = isFields(cause.constraint) ? cause.constraint : {};
  if (typeof constraint.index === 'string') return constraint.index;
  if (!sqlstate.startsWith('23')) return null;
  const message = textOr(cause.originalMessage, textOr(cause.message, '')) ?? '';
  return [...message.matchAll(/["“„«]([^"”“»]+)["”“»]/g)].at(-1)?.[1] ?? null;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function isSqlstate(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9A-Z]{5}$/.test(value) && !/^P2\d{3}$/.test(value);
}

function textOr<Other>(value: unknown, other: Other) {
  return typeof value === 'string' ? value : other;
}
