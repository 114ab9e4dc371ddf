import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from '@xuanpai/api/app';
import { Keyring } from '@xuanpai/api/lib/keyring';
import { seedDemo } from '@xuanpai/api/seed/demo';
import { plainDateSchema } from '@xuanpai/contracts/values';
import { createDatabase } from '@xuanpai/database/client';
import { startEmbedded } from '@xuanpai/database/embedded/start';
import { migrate, withMigrationLock } from '@xuanpai/database/migrate';

export const password = 'bench-pass-word-1';
const root = resolve(process.cwd());

/** The sample district on a database of its own, served by this process on a free port. */
export async function sampleDistrict() {
  const dataDir = mkdtempSync(join(tmpdir(), 'xuanpai-bench-'));
  chmodSync(dataDir, 0o755);
  const embedded = await startEmbedded({ dataDir });
  const db = createDatabase(embedded.url);
  const deps = {
    db,
    keys: new Keyring(embedded.secrets.dataKeys, embedded.secrets.hmacKeys),
    today: () => plainDateSchema.parse('2015-04-24'),
    settings: {
      demo: true,
      publicUrl: 'http://localhost:3000',
      jwtSecret: randomBytes(32).toString('hex'),
      version: 'bench',
      workers: join(root, 'apps/api/dist'),
      webRoot: null,
      checkReplies: false,
    },
  };
  const app = await build(deps);
  await withMigrationLock(embedded.url, async (client) => {
    await migrate(client, join(root, 'prisma/migrations'));
    await seedDemo(app, deps, password, join(root, 'prisma/seed/hedong'));
  });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const signedIn = await app.inject({
    method: 'POST',
    url: '/api/auth/login',
    payload: { username: 'planner', password },
  });
  const { accessToken } = signedIn.json<{ accessToken: string }>();
  return {
    app,
    db,
    address,
    headers: { authorization: `Bearer ${accessToken}` },
    async close() {
      await app.close();
      await db.close();
      await embedded.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
