import { resolve } from 'node:path';
import { type PlainDate, plainDateSchema, type Role } from '@xuanpai/contracts/values';
import { contradictions } from './contradictions.ts';
import { configFaulty } from './fault.ts';
import { misspelt, readGiven } from './given.ts';
import type { Given } from './variables.ts';

export type Seed = 'demo' | 'history' | 'none';

export interface Environment {
  port: number;
  host: string;
  /** Null: the embedded server. */
  databaseUrl: string | null;
  /** Of the account that owns the database, where that isn't the one that serves. */
  migrateUrl: string | null;
  dataDir: string | null;
  /** The most that an attached file may have. */
  evidenceMegabytes: number;
  seed: Seed;
  /** The embedded server with the sample district; everything else is production. */
  demo: boolean;
  /** The day that the demo takes as today; null: the calendar's. */
  today: PlainDate | null;
  demoPassword: string | null;
  secrets: { jwtSecret: string; dataKeys: string; hmacKeys: string } | null;
  metricsToken: string | null;
  publicUrl: string;
  /** Whether https binds browsers for names below the own host name too. */
  hstsSubdomains: boolean;
  trustProxy: string | null;
  logLevel: string;
  /** Roles that need a second factor. */
  secondFactor: readonly Role[];
  /** Requests of one person in a minute. */
  limits: { reads: number; writes: number };
  /** What starts all the same and is most likely not meant; in both languages. */
  warnings: string[];
}

/** The day of the sample district's notice. */
const demoDay = plainDateSchema.parse('2015-04-24');
/** A day in the second year, on which the month before is still under way. */
const historyDay = plainDateSchema.parse('2017-01-10');

/**
 * Reads and checks the environment. Throws StartProblem with all faults at once, each with its
 * variable and what to do; the value of a secret is in none of them.
 */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const { given, faults } = readGiven(env);
  const seed = given.SEED ?? (given.DATABASE_URL ? 'none' : 'demo');
  const demo = seed !== 'none' && !given.DATABASE_URL;
  // What was refused for its form is there: it is not asked for a second time.
  const refused = (name: string) => faults.some((fault) => fault.name.startsWith(name));
  const all = [...faults, ...contradictions(given, !demo).filter(({ name }) => !refused(name))];
  if (all.length > 0) throw configFaulty(all);
  const { JWT_SECRET, DATA_KEYS, HMAC_KEYS } = given;
  const port = given.PORT ?? 3000;
  return {
    port,
    host: given.HOST ?? '127.0.0.1',
    databaseUrl: given.DATABASE_URL ?? null,
    migrateUrl: given.MIGRATE_DATABASE_URL ?? null,
    dataDir: given.DATA_DIR ? resolve(given.DATA_DIR) : null,
    evidenceMegabytes: given.EVIDENCE_MB ?? 20,
    seed,
    demo,
    today: demo ? (given.TODAY ?? (seed === 'history' ? historyDay : demoDay)) : null,
    demoPassword: given.DEMO_PASSWORD ?? null,
    secrets:
      JWT_SECRET && DATA_KEYS && HMAC_KEYS
        ? { jwtSecret: JWT_SECRET, dataKeys: DATA_KEYS, hmacKeys: HMAC_KEYS }
        : null,
    metricsToken: given.METRICS_TOKEN ?? null,
    publicUrl: given.PUBLIC_URL ?? `http://localhost:${port}`,
    hstsSubdomains: given.HSTS_SUBDOMAINS !== '0',
    trustProxy: given.TRUST_PROXY ?? null,
    secondFactor: given.SECOND_FACTOR ?? [],
    limits: { reads: given.READS_PER_MINUTE ?? 1800, writes: given.WRITES_PER_MINUTE ?? 600 },
    logLevel: given.LOG_LEVEL ?? (demo ? 'warn' : 'info'),
    warnings: warningsOf(env, given, demo),
  };
}

function warningsOf(env: NodeJS.ProcessEnv, given: Given, demo: boolean): string[] {
  const warnings = misspelt(env).map(
    ({ name, meant }) =>
      `不认识的设置项 ${name}，是不是 ${meant}？ / unknown setting ${name}, is ${meant} meant?`,
  );
  if (!demo && given.PUBLIC_URL === undefined) {
    warnings.push(
      '没有设 PUBLIC_URL，只能在本机用浏览器登录 / PUBLIC_URL is not set: browsers sign in on this machine only',
    );
  }
  return warnings;
}
