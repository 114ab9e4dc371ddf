import { bootstrap } from './bootstrap.mjs';
import { crossings } from './lib/borders.mjs';
import { at } from './lib/places.mjs';
import { runShown } from './lib/run.mjs';
import { stopWith } from './lib/stop.mjs';

const bin = (name) => at('node_modules/.bin', name);

const checks = [
  ['格式与规范 Biome', bin('biome'), ['check', '--colors=off', '.']],
  ['类型 TypeScript', bin('tsc'), ['-p', 'tsconfig.json']],
  ['类型 TypeScript (apps/web)', bin('tsc'), ['-p', 'apps/web/tsconfig.json']],
  ['无用代码 knip', bin('knip'), []],
];

try {
  await bootstrap('generate');
} catch (error) {
  stopWith(error);
}

const results = [];
for (const [title, command, args] of checks) {
  console.log(`\n== ${title}`);
  results.push([title, await runShown(command, args)]);
}

console.log('\n== 引用边界 borders');
const over = crossings();
for (const line of over) console.log(line);
results.push(['引用边界 borders', over.length]);

console.log('');
for (const [title, code] of results)
  console.log(`${code === 0 ? '通过 passed' : '未通过 FAILED'}  ${title}`);
process.exitCode = results.every(([, code]) => code === 0) ? 0 : 1;
