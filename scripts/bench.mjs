import { existsSync, readdirSync } from 'node:fs';
import { bootstrap } from './bootstrap.mjs';
import { nodeBuild } from './lib/build-api.mjs';
import { keepResult } from './lib/performance-page.mjs';
import { at } from './lib/places.mjs';
import { runHeard } from './lib/run.mjs';
import { Stop, stopWith } from './lib/stop.mjs';

/**
 * `npm run bench` runs all of apps/bench, `npm run bench -- lists scale` the ones named; with
 * `--write` their tables are kept in docs/performance.md.
 */
const words = process.argv.slice(2);
const wanted = words.filter((word) => word !== '--write');
const keep = words.includes('--write');

try {
  const names = chosen();
  await bootstrap('web');
  await buildAll(names);
  for (const name of names) {
    console.log(`\n== ${name}`);
    const { code, output } = await runHeard(process.execPath, [
      at('apps/bench/dist', `${name}.js`),
    ]);
    if (code !== 0) process.exitCode = 1;
    else if (keep) keepResult(name, output);
  }
} catch (error) {
  stopWith(error);
}

function chosen() {
  const folder = at('apps/bench');
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const all = files.filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -3));
  const unknown = wanted.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    throw new Stop(`没有 (unknown): ${unknown.join(', ')}\n可选 (there are): ${all.join(', ')}`);
  }
  return wanted.length > 0 ? wanted : all;
}

async function buildAll(names) {
  const { build } = await import('esbuild');
  await build({
    ...nodeBuild,
    logLevel: 'error',
    entryPoints: [...names.map((name) => `apps/bench/${name}.ts`), ...servers()],
    entryNames: '[name]',
    outdir: at('apps/bench/dist'),
    plugins: [packagesWhereTheyAre()],
  });
}

/** Processes that a bench starts beside itself. */
function servers() {
  return readdirSync(at('apps/bench/servers')).map((file) => `apps/bench/servers/${file}`);
}

/** Packages are imported from where the importing file finds them, by their absolute path. */
function packagesWhereTheyAre() {
  return {
    name: 'packages-where-they-are',
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, async ({ path, kind, resolveDir, pluginData }) => {
        if (kind === 'entry-point' || pluginData?.asked || path.startsWith('@xuanpai/')) return;
        const found = await build.resolve(path, { kind, resolveDir, pluginData: { asked: true } });
        return { ...found, external: true };
      });
    },
  };
}
