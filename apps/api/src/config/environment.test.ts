import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { StartProblem } from '@xuanpai/database/start-problem';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';
import { variableNames, variableTable } from './variables.ts';

const secret = () => randomBytes(32).toString('base64');
const production = {
  DATABASE_URL: 'postgresql://xuanpai:pa55@127.0.0.1:5432/xuanpai',
  JWT_SECRET: secret(),
  DATA_KEYS: `k1:${secret()}`,
  HMAC_KEYS: `h1:${secret()}`,
  PUBLIC_URL: 'https://xuanpai.gov.cn',
  TRUST_PROXY: 'loopback, 10.0.0.0/8',
};

/** The message of the refusal; the test fails where there is none. */
function refusal(env: NodeJS.ProcessEnv): string {
  try {
    readEnvironment(env);
  } catch (error) {
    if (error instanceof StartProblem) return error.message;
    throw error;
  }
  throw new Error('it was accepted');
}

/** The settings that a refusal names, in its order. */
const named = (env: NodeJS.ProcessEnv) =>
  [...refusal(env).matchAll(/^ {2}(\S[^：\n]*)：/gm)].map(([, name]) => name);

test('nothing set is the demo, on its own database', () => {
  expect(readEnvironment({})).toMatchObject({
    port: 3000,
    demo: true,
    databaseUrl: null,
    today: '2015-04-24',
    logLevel: 'warn',
    warnings: [],
  });
});

test('a complete production starts without a warning', () => {
  expect(readEnvironment(production)).toMatchObject({
    demo: false,
    seed: 'none',
    today: null,
    logLevel: 'info',
    secrets: { jwtSecret: production.JWT_SECRET },
    warnings: [],
  });
});

test('every fault comes at once, in both languages, and says what to do', () => {
  const env = {
    ...production,
    PORT: '70000',
    PUBLIC_URL: 'http://xuanpai.gov.cn/app',
    TRUST_PROXY: 'true',
    JWT_SECRET: 'short',
    DATA_KEYS: 'k1:abc',
    HMAC_KEYS: '',
    SEED: 'demo',
    TODAY: '2015-02-30',
    LOG_LEVEL: 'loud',
  };
  expect(named(env)).toEqual([
    ...['PORT', 'TRUST_PROXY', 'JWT_SECRET', 'DATA_KEYS', 'LOG_LEVEL', 'TODAY'],
    ...['HMAC_KEYS', 'SEED', 'PUBLIC_URL', 'PUBLIC_URL'],
  ]);
  expect(refusal(env)).toContain('  PORT：应填：0 至 65535 的整数\n    PORT: must be an integer');
  expect(refusal(env)).toMatch(/设置有 10 处问题/);
});

describe('a secret that is none', () => {
  const repeated = Buffer.alloc(32, 7).toString('base64');
  const counting = Buffer.from(Array.from({ length: 32 }, (_, at) => at)).toString('base64');
  const shared = secret();
  test.each([
    ['an example', { JWT_SECRET: 'please-change-me-before-the-first-start' }],
    ['one letter', { JWT_SECRET: 'a'.repeat(40) }],
    ['the same part again', { JWT_SECRET: 'k7Gq2Lp9xZ'.repeat(4) }],
    ['short', { METRICS_TOKEN: 'abc' }],
    ['bytes of one value', { DATA_KEYS: `k1:${repeated}` }],
    ['bytes that count', { HMAC_KEYS: `h1:${counting}` }],
    ['an id twice', { DATA_KEYS: `k1:${secret()},k1:${secret()}` }],
    ['a key twice', { DATA_KEYS: `k1:${shared},k2:${shared}` }],
    ['a key of another kind', { DATA_KEYS: `k1:${shared}`, HMAC_KEYS: `h1:${shared}` }],
  ])('%s is refused in production, and not repeated on the screen', (_, faulty) => {
    const message = refusal({ ...production, ...faulty });
    for (const [name, value] of Object.entries(faulty)) {
      expect(message).not.toContain(value);
      expect(message).not.toContain(value.split(':')[1] ?? value);
      expect(message).toContain(name);
    }
  });

  test('is the demo’s own business', () => {
    const weak = { JWT_SECRET: 'a'.repeat(40), DATA_KEYS: `k1:${repeated}` };
    expect(readEnvironment({ ...weak, HMAC_KEYS: `h1:${repeated}` }).demo).toBe(true);
  });
});

describe('secrets in files', () => {
  let folder: string;
  const file = (name: string) => join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'xuanpai-secrets-'));
    writeFileSync(file('jwt'), `${production.JWT_SECRET}\n`);
    writeFileSync(file('empty'), '\n');
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const { JWT_SECRET, ...others } = production;

  test('are read without the line’s end', () => {
    const { secrets } = readEnvironment({ ...others, JWT_SECRET_FILE: file('jwt') });
    expect(secrets?.jwtSecret).toBe(JWT_SECRET);
  });

  test('that are not there, empty or set twice are faults of that setting alone', () => {
    expect(named({ ...others, JWT_SECRET_FILE: file('nothing') })).toEqual(['JWT_SECRET_FILE']);
    expect(refusal({ ...others, JWT_SECRET_FILE: file('nothing') })).toContain('ENOENT');
    expect(named({ ...others, JWT_SECRET_FILE: file('empty') })).toEqual(['JWT_SECRET_FILE']);
    expect(named({ ...production, JWT_SECRET_FILE: file('jwt') })).toEqual(['JWT_SECRET_FILE']);
  });
});

test('of the three secrets none or all are set', () => {
  expect(named({ SEED: 'none', JWT_SECRET: secret() })).toEqual(['DATA_KEYS', 'HMAC_KEYS']);
});

test('an account for migrations is another one of the same database', () => {
  const MIGRATE_DATABASE_URL = 'postgresql://owner:x@127.0.0.1:5432/xuanpai';
  expect(readEnvironment({ ...production, MIGRATE_DATABASE_URL }).migrateUrl).toBe(
    MIGRATE_DATABASE_URL,
  );
  const other = { MIGRATE_DATABASE_URL: 'postgresql://owner:x@127.0.0.1:5432/other' };
  for (const env of [
    { ...production, ...other },
    { SEED: 'none', ...other },
  ]) {
    expect(named(env)).toEqual(['MIGRATE_DATABASE_URL']);
  }
});

test('https without a trusted proxy would make everybody one address', () => {
  expect(named({ ...production, TRUST_PROXY: '' })).toEqual(['TRUST_PROXY']);
});

test.each(['loopback', '::1', '10.1.2.3,172.16.0.0/12', 'uniquelocal, 192.168.1.1'])(
  'TRUST_PROXY=%s is a list of proxies',
  (TRUST_PROXY) => {
    expect(readEnvironment({ ...production, TRUST_PROXY }).trustProxy).toBe(TRUST_PROXY);
  },
);

test.each(['true', '*', '1', '10.0.0.0/33', '10.0.0', 'proxy.gov.cn', 'loopback/8'])(
  'TRUST_PROXY=%s is none',
  (TRUST_PROXY) => {
    expect(named({ ...production, TRUST_PROXY })).toEqual(['TRUST_PROXY']);
  },
);

test.each([
  ['DATABSE_URL', 'DATABASE_URL'],
  ['JWT_SECRETS', 'JWT_SECRET'],
  ['DATA_KEY', 'DATA_KEYS'],
  ['Public_Url', 'PUBLIC_URL'],
  ['DATABASE_URL_FIL', 'DATABASE_URL_FILE'],
  ['XUANPAI_PORT', 'PORT'],
])('%s is most likely %s', (name, meant) => {
  const { warnings } = readEnvironment({ [name]: 'whatever' });
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain(`${name}，是不是 ${meant}？`);
  expect(warnings[0]).not.toContain('whatever');
});

test('the names that shells and servers set are none of ours', () => {
  const others = 'HOME HOSTNAME PATH PWD OLDPWD LANG SHLVL TERM USER NODE_ENV POSTGRES_PASSWORD';
  const env = Object.fromEntries(others.split(' ').map((name) => [name, 'x']));
  expect(readEnvironment(env).warnings).toEqual([]);
});

test('the manual has every setting, as the program reads them', () => {
  const page = readFileSync(
    resolve(import.meta.dirname, '../../../../docs/administration/configuration.md'),
    'utf8',
  );
  expect(page).toContain(variableTable());
  expect(variableNames).toHaveLength(21);
});
