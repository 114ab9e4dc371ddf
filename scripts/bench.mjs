import { existsSync, readdirSync } from 'node:fs';
import { bootstrap } from './bootstrap.mjs';
import { nodeBuild } from './lib/build-api.mjs';
import { at } from './lib/places.mjs';
import { runShown } from './lib/run.mjs';
import { Stop, stopWith } from './lib/stop.mjs';

/** `npm run bench` runs all of apps/bench, `npm run bench -- solve import` the ones named. */
const [...wanted] = process.argv.slice(2);

try {
  const names = chosen();
  await bootstrap('web');
  await buildAll(names);
  for (const name of names) {
    console.log(`\n== ${name}`);
    const code = await runShown(process.execPath, [at('apps/bench/dist', `${name}.js`)]);
    if (code !== 0) process.exitCode = 1;
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
    entryPoints: names.map((name) => `apps/bench/${name}.ts`),
    outbase: 'apps/bench',
    outdir: at('apps/bench/dist'),
    plugins: [packagesWhereTheyAre()],
  });
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
