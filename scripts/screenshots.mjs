import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { bootstrap } from './bootstrap.mjs';
import { ensureBrowser } from './lib/browser.mjs';
import { at } from './lib/places.mjs';
import { stopWith } from './lib/stop.mjs';

/** `npm run screenshots` takes the README's pictures again, from the sample district. */
try {
  await bootstrap('web');
  await ensureBrowser();
} catch (error) {
  stopWith(error);
}
mkdirSync(at('docs/pictures'), { recursive: true });
spawn(
  process.execPath,
  [at('apps/e2e/node_modules/@playwright/test/cli.js'), 'test', '--config=pictures.config.ts'],
  { cwd: at('apps/e2e'), stdio: 'inherit' },
).on('exit', (code) => {
  process.exitCode = code ?? 1;
});
