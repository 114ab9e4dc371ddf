import { spawn } from 'node:child_process';
import { bootstrap } from './bootstrap.mjs';
import { apiBuild } from './lib/build-api.mjs';
import { at } from './lib/places.mjs';
import { stopWith } from './lib/stop.mjs';

try {
  await bootstrap('api');
  await watchApi();
} catch (error) {
  stopWith(error);
}

// The page comes from Vite, which passes /api on; sign-in checks this origin.
const { PUBLIC_URL = 'http://localhost:5173' } = process.env;
const children = [
  spawn(process.execPath, ['--watch', '--watch-preserve-output', at('apps/api/dist/main.js')], {
    env: { ...process.env, PUBLIC_URL },
    stdio: 'inherit',
  }),
  spawn(process.execPath, [at('apps/web/node_modules/vite/bin/vite.js')], {
    cwd: at('apps/web'),
    stdio: 'inherit',
  }),
];

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
for (const child of children) child.once('exit', end);

/** The API ends PostgreSQL before it ends; esbuild goes with us. */
async function end() {
  for (const child of children) child.kill('SIGTERM');
  const running = children.filter(({ exitCode, signalCode }) => exitCode === null && !signalCode);
  await Promise.all(running.map((child) => new Promise((resolve) => child.once('exit', resolve))));
  process.exit(0);
}

async function watchApi() {
  const { context } = await import('esbuild');
  const tell = {
    name: 'tell',
    setup: ({ onEnd }) =>
      onEnd(({ errors }) => {
        for (const { text, location } of errors) {
          console.error(`${location?.file}:${location?.line} ${text}`);
        }
      }),
  };
  const options = apiBuild();
  const watching = await context({ ...options, plugins: [...options.plugins, tell] });
  await watching.watch();
}
