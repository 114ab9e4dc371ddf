import { z } from 'zod';
import type { Permission } from './permissions.ts';
import type { Tag } from './tags.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** `json` unless said: `file` sends bytes, `events` a stream, `upload` takes multipart, `empty` is 204. */
export type Kind = 'json' | 'file' | 'events' | 'upload' | 'empty';

/** Who may call: anybody (`public`), anybody signed in (`signedIn`), or the roles of a permission. */
export type Access = Permission | 'public' | 'signedIn';

export interface EndpointShape {
  id: string;
  method: Method;
  /** From the root, parameters as `:name`: `/api/villages/:id`. */
  path: string;
  access: Access;
  /** One line for the API's description, in Chinese. */
  summary: string;
  tag: Tag;
  kind?: Kind;
  status?: number;
  /** With `Prefer: respond-async` it answers 202 at once, with what is under way. */
  respondAsync?: true;
  /**
   * The handler gives what the reply's schema names and nothing else (tests compare): it is written as
   * it stands, which takes a quarter of the time where a reply has thousands of rows.
   */
  exact?: true;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  reply?: z.ZodType;
}

/**
 * Declares an endpoint once: the server makes its route and description from it, the page its call.
 * Reply schemas hold JSON types only (no date, bigint, transform, codec, unknown).
 *
 * A PATCH refuses fields that it doesn't know: a mistyped name would be a change that is answered with
 * success, raises the version, and didn't happen.
 */
export function endpoint<const E extends EndpointShape>(shape: E): E {
  const { method, body } = shape;
  return method === 'PATCH' && body instanceof z.ZodObject
    ? { ...shape, body: body.strict() }
    : shape;
}

type Output<T> = T extends z.ZodType ? z.output<T> : undefined;
type Input<T> = T extends z.ZodType ? z.input<T> : undefined;

export type ParamsOf<E extends EndpointShape> = Output<E['params']>;
export type QueryOf<E extends EndpointShape> = Output<E['query']>;
export type BodyOf<E extends EndpointShape> = Output<E['body']>;
export type ReplyOf<E extends EndpointShape> = Output<E['reply']>;
export type QueryInputOf<E extends EndpointShape> = Input<E['query']>;
export type BodyInputOf<E extends EndpointShape> = Input<E['body']>;
