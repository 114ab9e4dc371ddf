import type { PlainDate, Role } from '@xuanpai/contracts/values';
import type { Database } from '@xuanpai/database/client';
import type { FastifyBaseLogger } from 'fastify';
import type { Keyring } from './keyring.ts';
import type { Operations } from './operations.ts';

/** What the modules are built with; nothing else is global. */
export interface Deps {
  db: Database;
  keys: Keyring;
  log: FastifyBaseLogger;
  /** The day that the system takes as today. */
  today(): PlainDate;
  settings: Settings;
  operations: Operations;
  /** Has work go on beside the requests, from when the application is ready until it closes. */
  beside(work: Background): void;
}

/** What the process gives; the application adds the rest. */
export type ProcessDeps = Omit<Deps, 'log' | 'operations' | 'beside'>;

export interface Background {
  start(): void;
  /** Comes back when nothing of the work goes on. */
  stop(): Promise<void>;
}

export interface Settings {
  demo: boolean;
  /** Known in the demo only, for the sign-in page's list. */
  publicUrl: string;
  /** Whether https binds browsers for names below the own host name too. */
  hstsSubdomains: boolean;
  jwtSecret: string;
  version: string;
  /** Built worker files: `plan-worker.js`, `sheet-worker.js`. */
  workers: string;
  /** The built page; null where only the API is served. */
  webRoot: string | null;
  /** The folder of attached files, under DATA_DIR. */
  files: string;
  /** The most that one of them may have. */
  evidenceMegabytes: number;
  /** Roles that need a second factor. */
  secondFactor: readonly Role[];
  /** Requests that one person may send in a minute, to each process. */
  limits: { reads: number; writes: number };
  /** Parse every reply by its schema; a mismatch is a 500. */
  checkReplies: boolean;
}
