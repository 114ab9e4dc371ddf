import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the parts of an installation lie, seen from the bundle in `apps/api/dist`. */
const dist = dirname(fileURLToPath(import.meta.url));
const root = resolve(dist, '../../..');

export const places = {
  root,
  workers: dist,
  migrations: join(root, 'prisma/migrations'),
  sampleDistrict: join(root, 'prisma/seed/hedong'),
  webRoot: existsSync(join(root, 'apps/web/dist/index.html')) ? join(root, 'apps/web/dist') : null,
};

/** Of the application. */
export const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
};
