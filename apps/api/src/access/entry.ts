import type { Role } from '@xuanpai/contracts/values';
import type { Owner, Person, World } from './world.ts';

/** Ids of a request by name: those of the path, and those that the body or the query names. */
export type Ids = Record<string, string>;

/** What goes along with a request. */
export interface Sent {
  query?: Record<string, string>;
  body?: object;
  upload?: { fields: Record<string, string>; bytes: Uint8Array };
}

/** Roles that reach every row, only their own ones, or none although they may call. */
export type Reach = Partial<Record<'all' | 'own' | 'none', readonly Role[]>>;

/**
 * A request about a row. Out of reach and not there are the same 404; another role's call is a 403
 * whatever the row.
 */
export interface RowEntry {
  kind: 'row';
  /** Where the row is named when that isn't the path: `cadreId`, `cadre.unitId`. */
  named?: string;
  reach: Reach;
  /** A row of an owner, made anew where the request changes it. */
  row(world: World, owner: Owner, person: Person): Promise<Ids> | Ids;
  /** Which of the ids says whose row it is: `id` unless given. */
  key?: string;
  sent?(ids: Ids, world: World): Promise<Sent> | Sent;
  /** Says that the row was reached, beside the 200-family: a rule further on refuses. */
  reached?: readonly number[];
  /** What is answered for a row that isn't there: 404 unless given. */
  missing?: number;
  /** The id of a row that isn't there, where it is no UUID. */
  missingId?: string;
}

/** A list or a file of rows: which of the known rows come back. */
export interface ListEntry {
  kind: 'list';
  /** What narrows it, where there are several ways to ask. */
  named?: string;
  path?(world: World): Ids;
  query?(world: World): Record<string, string>;
  /** Says that a row is there: its id, or its name in a workbook. */
  rows(world: World): Promise<SeenRow[]> | SeenRow[];
}

export interface SeenRow {
  /** The id, or the name in a workbook. */
  mark: string;
  seenBy: readonly Person[];
}

/** A request about no row, by those who may: what a role sees isn't narrowed. */
export interface WholeEntry {
  kind: 'whole';
  sent?(world: World): Promise<Sent> | Sent;
  reached?: readonly number[];
}

/** About oneself, by anybody signed in; or open to everybody. */
export interface OwnEntry {
  kind: 'oneself' | 'open';
  sent?(world: World): Promise<Sent> | Sent;
  reached?: readonly number[];
}

export type Entry = RowEntry | ListEntry | WholeEntry | OwnEntry;

/** By the id of the endpoint. */
export type Entries = Record<string, Entry | readonly Entry[]>;
