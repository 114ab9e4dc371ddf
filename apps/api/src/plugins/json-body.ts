import type { FastifyBodyParser, FastifyInstance } from 'fastify';
import { ApiError } from '../lib/api-error.ts';

/** Levels of lists and objects in each other; the deepest body of the API, a policy table, has six. */
const deepest = 32;

/**
 * Reads a JSON body as Fastify does (a `__proto__` in it is refused), but takes an empty one for no
 * body: many clients send the content type with every POST. What is nested too deep is refused here:
 * whoever walks through it later would run out of stack.
 */
export function jsonParser(app: FastifyInstance): FastifyBodyParser<string> {
  const parse = app.getDefaultJsonParser('error', 'error');
  return (request, body, done) => {
    if (body === '') return done(null, undefined);
    return parse(request, body, (error, value) => {
      if (error) return done(error);
      return isDeeperThan(deepest, value) ? done(new ApiError('badRequest')) : done(null, value);
    });
  };
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
}
