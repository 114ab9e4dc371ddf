import { rmSync } from 'node:fs';
import { adviceFor } from './lib/advice.mjs';
import { apiBuild } from './lib/build-api.mjs';
import { alone } from './lib/lock.mjs';
import { at } from './lib/places.mjs';
import { runTool } from './lib/run.mjs';
import { clear, done, hashOf, isDone } from './lib/stamps.mjs';
import { checkNode, Stop } from './lib/stop.mjs';

const pnpm = 'pnpm@12.21.0';

const folders = ['apps/api', 'apps/bench', 'apps/e2e', 'apps/web'].concat(
  ['contracts', 'database', 'domain', 'planner'].map((name) => `packages/${name}`),
);
const manifests = folders.map((folder) => `${folder}/package.json`);

/** In order; each is skipped when the hash of its inputs is the one of last time and its output is there. */
const steps = [
  {
    name: 'install',
    title: '安装依赖 install',
    inputs: ['pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc', 'package.json', ...manifests],
    output: 'node_modules/.modules.yaml',
    run: () => runTool('install', 'npx', ['-y', pnpm, 'install', '--frozen-lockfile']),
  },
  {
    name: 'generate',
    title: '生成数据库代码 generate',
    inputs: ['prisma/schema.prisma', 'prisma.config.ts'],
    output: 'packages/database/src/generated/client.ts',
    run: () =>
      runTool('generate', process.execPath, [at('node_modules/prisma/build/index.js'), 'generate']),
  },
  {
    name: 'api',
    title: '构建接口 build API',
    inputs: ['packages', 'apps/api', 'scripts/lib/build-api.mjs'],
    output: 'apps/api/dist/main.js',
    run: buildApi,
  },
  {
    name: 'web',
    title: '构建页面 build page',
    inputs: ['apps/web', 'packages/contracts', 'packages/domain'],
    output: 'apps/web/dist/index.html',
    run: () =>
      runTool('web', process.execPath, [at('apps/web/node_modules/vite/bin/vite.js'), 'build'], {
        cwd: at('apps/web'),
      }),
  },
];

/** Makes the checkout ready up to the step `last`; throws Stop with what to do when it can't. */
export async function bootstrap(last = 'web') {
  checkNode();
  const wanted = steps.slice(0, steps.findIndex(({ name }) => name === last) + 1);
  // Nothing to do needs no lock, and no right to write.
  if (missing(wanted).length === 0) return;
  await alone(async () => {
    const due = new Set(missing(wanted).map(({ name }) => name));
    for (const [index, step] of wanted.entries()) {
      if (due.has(step.name)) await carryOut(step, `[${index + 1}/${wanted.length}]`);
    }
  });
}

function missing(wanted) {
  const before = [process.version, process.platform, process.arch];
  const due = [];
  for (const step of wanted) {
    step.hash = hashOf(step.inputs, before);
    if (!isDone(step.name, step.hash, step.output)) due.push(step);
    // Every step stands on the packages that were installed; the API on the generated code too.
    if (step.name === 'install' || step.name === 'generate') before.push(step.hash);
  }
  return due;
}

async function carryOut(step, count) {
  process.stdout.write(`${count} ${step.title} … `);
  const began = performance.now();
  clear(step.name);
  try {
    await step.run();
    done(step.name, step.hash);
  } catch (error) {
    process.stdout.write('失败 failed\n');
    throw error instanceof Stop
      ? error
      : new Stop(`${error.message}\n\n${adviceFor(error.message)}`);
  }
  process.stdout.write(`${((performance.now() - began) / 1000).toFixed(1)}s\n`);
}

async function buildApi() {
  const { build } = await import('esbuild');
  rmSync(at('apps/api/dist'), { recursive: true, force: true });
  await build(apiBuild());
}
