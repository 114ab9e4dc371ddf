import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { at } from './places.mjs';

const page = at('docs/performance.md');

/** Puts what a bench printed in its place in docs/performance.md, so that no figure there is typed. */
export function keepResult(name, output) {
  const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
  const section = `${begin}\n\n${output.trim()}\n\n${end}`;
  const text = existsSync(page) ? readFileSync(page, 'utf8') : '# Performance\n';
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  const known = from >= 0 && to > from;
  const kept = known
    ? text.slice(0, from) + section + text.slice(to + end.length)
    : `${text.trimEnd()}\n\n## ${name}\n\n${section}\n`;
  writeFileSync(page, kept);
}
