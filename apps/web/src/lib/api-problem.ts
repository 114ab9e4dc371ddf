import type { Change, Problem, ProblemCode, ProblemError } from '@xuanpai/contracts/problems';

/** `network`: no answer came. `unreadable`: the answer isn't ours, as from a proxy. */
export type ClientProblemCode = ProblemCode | 'network' | 'unreadable';

/** A refused or failed request, as the server told it. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ClientProblemCode;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly ProblemError[];
  readonly changes: readonly Change[];
  /** What is there now, with `staleVersion`. */
  readonly current: unknown;
  /** Seconds to wait, with `tooMany`. */
  readonly retryAfter: number | null;

  constructor(problem: Partial<Omit<Problem, 'code'>> & { code: ClientProblemCode }) {
    super(problem.detail || problem.title || problem.code);
    this.code = problem.code;
    this.status = problem.status ?? 0;
    this.title = problem.title ?? '';
    this.detail = problem.detail ?? '';
    this.errors = problem.errors ?? [];
    this.changes = problem.changes ?? [];
    this.current = problem.current;
    this.retryAfter = problem.retryAfter ?? null;
  }
}

export function isProblem(error: unknown, code?: ClientProblemCode): error is ApiProblem {
  return error instanceof ApiProblem && (code === undefined || error.code === code);
}

/** Anything that was thrown, as a problem to show. */
export function problemOf(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem({ code: 'internal', detail: error instanceof Error ? error.message : '' });
}

function isProblemBody(body: unknown): body is Problem & { code: ProblemCode } {
  return typeof body === 'object' && body !== null && 'code' in body && 'status' in body;
}

/** Reads `application/problem+json`; whatever else came becomes `unreadable`. */
export function readProblem(text: string, status: number, retryAfter: string | null): ApiProblem {
  try {
    const body: unknown = JSON.parse(text);
    if (isProblemBody(body)) {
      const seconds = Number(retryAfter);
      return new ApiProblem(
        body.retryAfter === undefined && seconds > 0 ? { ...body, retryAfter: seconds } : body,
      );
    }
  } catch {
    // Not JSON: falls through.
  }
  return new ApiProblem({ code: 'unreadable', status });
}
