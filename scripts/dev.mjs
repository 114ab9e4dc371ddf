import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { bootstrap } from './bootstrap.mjs';
import { apiBuild } from './lib/build-api.mjs';
import { at } from './lib/places.mjs';
import { clear } from './lib/stamps.mjs';
import { stopWith } from './lib/stop.mjs';

/** The page comes from Vite, which passes /api on; sign-in checks this origin. */
const { PUBLIC_URL = 'http://localhost:5173' } = process.env;

/** The running API; a restart waits for the one before it to end. */
let api = null;
let turn = Promise.resolve();
let page = null;

try {
  await bootstrap('api');
  // What the watch builds is no longer what the stamp says.
  clear('api');
  await watchApi();
  page = spawn(process.execPath, [at('apps/web/node_modules/vite/bin/vite.js')], {
    cwd: at('apps/web'),
    stdio: 'inherit',
  });
} catch (error) {
  stopWith(error);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end);
page.once('exit', end);

async function watchApi() {
  const { context } = await import('esbuild');
  const options = apiBuild();
  const restarting = { name: 'restart', setup: ({ onEnd }) => onEnd(report) };
  const watching = await context({ ...options, plugins: [...options.plugins, restarting] });
  await watching.watch();
}

/** After a build with errors the last good API stays. */
function report({ errors }) {
  for (const { text, location } of errors) {
    console.error(`${location?.file ?? ''}:${location?.line ?? ''} ${text}`);
  }
  if (errors.length === 0) turn = turn.then(stopApi).then(startApi);
}

function startApi() {
  const env = { ...process.env, PUBLIC_URL };
  api = spawn(process.execPath, [at('apps/api/dist/main.js')], { env, stdio: 'inherit' });
}

/** It ends PostgreSQL before it ends. */
async function stopApi() {
  if (!api || api.exitCode !== null || api.signalCode !== null) return;
  api.kill('SIGTERM');
  await once(api, 'exit');
}

async function end() {
  page.kill('SIGTERM');
  await turn.then(stopApi);
  process.exit();
}
