import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './places.mjs';

/**
 * What may import what (ARCHITECTURE.md): for each folder, the areas that its files may import.
 * A file belongs to the first area whose pattern matches it; `$1` is the own module or feature.
 */
const areas = [
  [/^packages\/(contracts|domain|planner|database)\//, (m) => m[1]],
  [/^apps\/api\/src\/modules\/([^/]+)\//, (m) => `module ${m[1]}`],
  [/^apps\/api\/src\/(lib|plugins)\//, (m) => `api ${m[1]}`],
  [/^apps\/api\/src\/seed\//, () => 'seed'],
  [/^apps\/api\/src\//, () => 'api'],
  [/^apps\/web\/src\/features\/([^/]+)\//, (m) => `feature ${m[1]}`],
  [/^apps\/web\/src\/(lib|ui|locales|theme)\//, () => 'web base'],
  [/^apps\/web\/src\/paths\.ts$/, () => 'web base'],
  [/^apps\/web\/src\/(shell)\//, () => 'shell'],
  [/^apps\/web\/src\//, () => 'web'],
];

const packages = ['contracts', 'domain'];
const allowed = [
  [/^contracts$/, []],
  [/^domain$/, ['contracts']],
  [/^planner$/, packages],
  [/^database$/, ['contracts']],
  [/^api (lib|plugins)$/, [...packages, 'planner', 'database', 'api lib', 'api plugins']],
  [/^module /, [...packages, 'planner', 'database', 'api lib', 'api plugins']],
  [/^(api|seed)$/, null],
  [/^web base$/, packages],
  [/^shell$/, [...packages, 'web base']],
  [/^feature /, [...packages, 'web base']],
  [/^web$/, null],
];

/** Gives a line for each import over a border. */
export function crossings() {
  const files = ['packages', 'apps/api/src', 'apps/web/src'].flatMap(sourcesIn);
  return files.flatMap((file) => {
    const from = areaOf(file);
    const rule = allowed.find(([pattern]) => pattern.test(from))?.[1];
    if (!rule || isForTests(file)) return [];
    return importsOf(file)
      .map((target) => areaOf(target))
      .filter((to) => to && to !== from && !rule.includes(to))
      .map((to) => `${file}: ${from} may not import ${to}`);
  });
}

/** Tests and what only they use (`testing-sheets.ts`) may reach everywhere. */
function isForTests(file) {
  return /\.test\.tsx?$|\/testing(-[\w-]+)?\.ts$/.test(file);
}

function areaOf(file) {
  for (const [pattern, name] of areas) {
    const match = pattern.exec(file);
    if (match) return name(match);
  }
  return '';
}

function importsOf(file) {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap(([, path]) => {
    if (path.startsWith('.')) return [relative(root, join(root, dirname(file), path))];
    const own = /^@xuanpai\/([^/]+)\/(.*)$/.exec(path);
    return own ? [`packages/${own[1]}/src/${own[2]}`] : [];
  });
}

function sourcesIn(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
    .filter((file) => !/node_modules|\/dist\/|\/generated\//.test(file));
}
