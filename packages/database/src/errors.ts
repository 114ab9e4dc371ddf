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

/** Of Node, PostgreSQL and Prisma: there is no connection, or not one more. */
const connectionCodes =
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|E(HOST|NET)UNREACH|08\w{3}|57P0[1-3]|53300|P10(01|02|08|17)|P2024|P2037)$/;

/** Of the driver adapter, which keeps no code of a socket's error. */
const connectionKinds = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
]);

/** pg's own, which have no code. */
const connectionWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Query read timeout|Cannot use a pool after)/;

/** Whether anything thrown means that the database was away: what was asked may be asked again. */
export function isConnectionProblem(error: unknown): boolean {
  if (!isFields(error)) return false;
  const { code, originalCode, kind, message, meta, cause } = error;
  if ([code, originalCode].some((one) => typeof one === 'string' && connectionCodes.test(one)))
    return true;
  if (typeof kind === 'string' && connectionKinds.has(kind)) return true;
  if (typeof message === 'string' && connectionWords.test(message)) return true;
  return [cause, isFields(meta) ? meta.driverAdapterError : null].some(isConnectionProblem);
}

function driverCause(error: Fields): Fields | null {
  const meta = isFields(error.meta) ? error.meta : {};
  const driver = isFields(meta.driverAdapterError) ? meta.driverAdapterError : error;
  return isFields(driver.cause) ? driver.cause : null;
}

/**
 * What triggers raise, and the constraint that they name: of these the adapter keeps the words alone.
 * Where two raise the same words it is either's name.
 */
export const raisedConstraints: Readonly<Record<string, string>> = {
  'issued plan': 'plan_place_frozen',
  'the audit log only grows': 'audit_only_grows',
  'events are only undone': 'assignment_event_kept',
  'another event builds on it': 'assignment_event_from_end',
  'the month is confirmed': 'attendance_month_locked',
  'absence without a hearing': 'attendance_absence_confirmed',
  'a signed appraisal is kept': 'appraisal_kept',
  'versions of the rule are kept': 'work_rule_kept',
  'records of attendance only grow': 'attendance_record_kept',
  'a confirmed report has its edition': 'target_sheet_edition',
  'the report is locked': 'target_sheet_locked',
  'records of targets only grow': 'target_record_kept',
  'reports are kept': 'target_record_kept',
  'the template is in use': 'target_template_used',
  'a finding begins open': 'finding_steps',
  'a finding is kept': 'finding_kept',
  'no such step': 'finding_steps',
  'records of inspections only grow': 'inspection_record_kept',
  'more points than there are': 'comparison_points_most',
  'sums differ from their parts': 'project_sums',
  'the project is accepted': 'project_accepted_kept',
  'the help is confirmed': 'help_confirmed_kept',
  'the trail only grows': 'support_trail_kept',
  'records of evaluations only grow': 'evaluation_record_kept',
  'the grade is decided': 'evaluation_decided',
  'a decided grade changes with an edition': 'evaluation_grade_edition',
  'another person reviews a grade': 'grade_case_other_person',
  'a decision of the end of the term is kept': 'term_end_kept',
  'the batch is closed': 'batch_closed',
  'the term runs': 'batch_term_runs',
  'a use is kept': 'benefit_use_kept',
  'the year is closed': 'work_expense_closed',
  'lines are taken away and entered anew': 'work_expense_kept',
  'sums of expenses differ from their lines': 'work_expense_sums',
  'paid before its batch': 'payment_day',
  'used before its year': 'work_expense_use_day',
  'given before the text holds': 'township_benefit_day',
  'stays no longer than the term': 'term_end_stay_day',
  'ballots are counted twice': 'ballot_tally_counted_twice',
  'the ballots are decided on': 'ballot_tally_decided',
  'the templates of the round are kept': 'round_template_kept',
  'versions of a template are kept': 'letter_template_kept',
};

/**
 * The adapter keeps the name for unique and foreign keys only. For the rest it is the last quoted
 * name of the message, in every language of the server.
 */
function constraintOf(cause: Fields, sqlstate: string) {
  const constraint = isFields(cause.constraint) ? cause.constraint : {};
  if (typeof constraint.index === 'string') return constraint.index;
  if (!sqlstate.startsWith('23')) return null;
  const message = textOr(cause.originalMessage, textOr(cause.message, '')) ?? '';
  const quoted = [...message.matchAll(/["“„«]([^"”“»]+)["”“»]/g)].at(-1)?.[1];
  return raisedConstraints[message] ?? quoted ?? null;
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
