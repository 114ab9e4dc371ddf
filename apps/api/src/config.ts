import { resolve } from 'node:path';
import { type PlainDate, plainDateSchema } from '@xuanpai/contracts/values';
import { StartProblem } from '@xuanpai/database/start-problem';
import { z } from 'zod';
import { parseKeys } from './lib/keyring.ts';
import { isLocal } from './lib/local-host.ts';

const port = z.coerce.number().int().min(0).max(65_535);

const environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIR: z.string().min(1).optional(),
  SEED: z.enum(['demo', 'none']).optional(),
  TODAY: plainDateSchema.optional(),
  DEMO_PASSWORD: z.string().min(8).optional(),
  JWT_SECRET: z.string().min(32).optional(),
  DATA_KEYS: z.string().refine(isKeys).optional(),
  HMAC_KEYS: z.string().refine(isKeys).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  ALLOW_HTTP: z.enum(['0', '1']).default('0'),
  TRUST_PROXY: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
});

export type Seed = 'demo' | 'none';

export interface Environment {
  port: number;
  host: string;
  /** Unset: the embedded server. */
  databaseUrl: string | null;
  dataDir: string | null;
  seed: Seed;
  /** The embedded server with the sample district; everything else is production. */
  demo: boolean;
  /** The day that the demo takes as today; null: the calendar's. */
  today: PlainDate | null;
  demoPassword: string | null;
  secrets: { jwtSecret: string; dataKeys: string; hmacKeys: string } | null;
  publicUrl: string;
  trustProxy: string | null;
  logLevel: string;
}

/**
 * Reads and checks the environment, all faults at once.
 * Throws StartProblem that names each variable with what it should be.
 */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(filled);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`);
  const seed = parsed.data?.SEED ?? (parsed.data?.DATABASE_URL ? 'none' : 'demo');
  if (parsed.success) faults.push(...contradictions(parsed.data, seed));
  if (!parsed.success || faults.length > 0) throw configFaulty(faults);
  const data = parsed.data;
  const demo = seed !== 'none' && !data.DATABASE_URL;
  const { JWT_SECRET, DATA_KEYS, HMAC_KEYS } = data;
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL ?? null,
    dataDir: data.DATA_DIR ? resolve(data.DATA_DIR) : null,
    seed,
    demo,
    today: demo ? (data.TODAY ?? demoDay) : null,
    demoPassword: data.DEMO_PASSWORD ?? null,
    secrets:
      JWT_SECRET && DATA_KEYS && HMAC_KEYS
        ? { jwtSecret: JWT_SECRET, dataKeys: DATA_KEYS, hmacKeys: HMAC_KEYS }
        : null,
    publicUrl: data.PUBLIC_URL ?? `http://localhost:${data.PORT}`,
    trustProxy: data.TRUST_PROXY ?? null,
    logLevel: data.LOG_LEVEL,
  };
}

/** The day of the sample district's notice. */
const demoDay = plainDateSchema.parse('2015-04-24');

type Parsed = z.output<typeof environment>;

function contradictions(data: Parsed, seed: Seed): string[] {
  const faults: string[] = [];
  if (data.DATABASE_URL) {
    for (const name of ['JWT_SECRET', 'DATA_KEYS', 'HMAC_KEYS'] as const) {
      if (!data[name])
        faults.push(`${name}: 使用 DATABASE_URL 时必须设置 / required with DATABASE_URL`);
    }
    if (seed !== 'none') faults.push('SEED: 只用于内置数据库 / for the embedded server only');
  }
  if (data.TODAY && (data.DATABASE_URL || seed === 'none')) {
    faults.push('TODAY: 只用于演示 / for the demo only');
  }
  const url = data.PUBLIC_URL ? new URL(data.PUBLIC_URL) : null;
  if (url?.protocol === 'http:' && !isLocal(url.hostname) && data.ALLOW_HTTP !== '1') {
    faults.push(
      'PUBLIC_URL: http 只限 localhost,或设 ALLOW_HTTP=1 / http on localhost only, or set ALLOW_HTTP=1',
    );
  }
  return faults;
}

function isKeys(text: string) {
  try {
    return parseKeys(text).length > 0;
  } catch {
    return false;
  }
}

function configFaulty(faults: string[]) {
  return new StartProblem(
    'configFaulty',
    `环境变量有${faults.length}处问题,没有启动:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    'The environment has the faults above; nothing was started.',
  );
}
