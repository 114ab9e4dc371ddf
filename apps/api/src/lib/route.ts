import type {
  BodyOf,
  EndpointShape,
  ParamsOf,
  QueryOf,
  ReplyOf,
} from '@xuanpai/contracts/endpoint';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from './actor.ts';

/** Bytes to download, with the name that the browser saves them under. */
export interface FileReply {
  filename: string;
  type: string;
  bytes: Uint8Array;
}

/** A file that lies on the disk, to be sent as it is read; shown by a browser it may do nothing. */
export interface StoredFileReply {
  filename: string;
  type: string;
  path: string;
  /** Bytes. */
  size: number;
}

export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export interface Call<E extends EndpointShape> {
  params: ParamsOf<E>;
  query: QueryOf<E>;
  body: BodyOf<E>;
  /** Nobody signed in: the system's empty actor, on public endpoints only. */
  actor: Actor;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** What a handler gives; events and empty replies leave no body. */
type Result<E extends EndpointShape> = E['kind'] extends 'file'
  ? Promise<FileReply | StoredFileReply>
  : E['kind'] extends 'events' | 'empty'
    ? Promise<void>
    : Promise<ReplyOf<E>>;

export interface Route {
  endpoint: EndpointShape;
  handler(call: Call<EndpointShape>): Promise<unknown>;
}

/** Binds an endpoint of the contract to what carries it out. */
export function route<E extends EndpointShape>(
  endpoint: E,
  handler: (call: Call<E>) => Result<E>,
): Route {
  return { endpoint, handler: handler as Route['handler'] };
}
