import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { at } from './places.mjs';

/**
 * What runs from apps/api/dist: the server, its workers, the administrator's commands, and the question
 * that a second start asks.
 */
const entryPoints = {
  main: 'apps/api/src/main.ts',
  'plan-worker': 'packages/planner/src/worker.ts',
  'import-worker': 'apps/api/src/modules/imports/runs/import-worker.ts',
  'sheet-worker': 'apps/api/src/lib/sheet/sheet-worker.ts',
  'mark-worker': 'apps/api/src/lib/sheet/marked/mark-worker.ts',
  'letter-worker': 'apps/api/src/modules/letters/print/letter-worker.ts',
  backup: 'apps/api/src/commands/backup.ts',
  restore: 'apps/api/src/commands/restore.ts',
  rekey: 'apps/api/src/commands/rekey.ts',
  'audit-check': 'apps/api/src/commands/audit-check.ts',
  'in-use': 'packages/database/src/embedded/in-use.ts',
};

/** Options of esbuild for the API. */
export function apiBuild() {
  const { dependencies } = JSON.parse(readFileSync(at('apps/api/package.json'), 'utf8'));
  return {
    ...nodeBuild,
    entryPoints,
    outdir: at('apps/api/dist'),
    plugins: [packagesOf(new Set(Object.keys(dependencies))), compilerInFile],
  };
}

/** Options for everything that runs in Node; packages that are still CommonJS get a `require`. */
export const nodeBuild = {
  absWorkingDir: at('.'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  // Two bytes a letter in memory, not six.
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'silent',
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
  },
};

/**
 * Packages that apps/api names itself are imported from its node_modules; everything else (our own
 * packages, and theirs) goes into the bundle, since apps/api/dist can't see them.
 */
function packagesOf(named) {
  return {
    name: 'packages',
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
        if (kind === 'entry-point' || path.startsWith('@xuanpai/')) return;
        const name = path
          .split('/')
          .slice(0, path.startsWith('@') ? 2 : 1)
          .join('/');
        // Data has no code to load: it goes along.
        if (path.endsWith('.json')) return;
        if (named.has(name) || name === 'pg-native') return { path, external: true };
        if (builtinModules.includes(name)) return { path: `node:${path}`, external: true };
      });
    },
  };
}

/**
 * Prisma's query compiler is a module of WebAssembly in base64. It goes into a file beside the bundles:
 * in a bundle it would be held twice, and read anew by each thread.
 */
const compilerInFile = {
  name: 'compiler-in-file',
  setup(build) {
    const file = 'query-compiler.wasm';
    build.onLoad({ filter: /\.wasm-base64\.mjs$/ }, async ({ path }) => {
      const { wasm } = await import(pathToFileURL(path));
      const { outdir } = build.initialOptions;
      mkdirSync(outdir, { recursive: true });
      writeFileSync(join(outdir, file), Buffer.from(wasm, 'base64'));
      // Read when it is compiled and not kept: `Buffer.from` asks an object for its value.
      const contents = `import { readFileSync } from 'node:fs';
        export const wasm = { valueOf: () => readFileSync(new URL('${file}', import.meta.url)) };`;
      return { contents, loader: 'js' };
    });
  },
};
