import type { Rolldown } from 'vite';

type Groups = NonNullable<
  Exclude<NonNullable<Rolldown.OutputOptions['codeSplitting']>, boolean>['groups']
>;
type Group = Groups[number];

/** What these many pages share is one file, or few: each file costs a slow line a way there and back. */
const pagesSharing = 8;
/** Bytes of source below which such a file goes into its neighbour, though a page may not need it. */
const worthAFile = 10_000;

/** How the page's script is cut into files: what stands always, what the sign-in and the shell need, the rest. */
export const chunks: Groups = [
  { name: 'start', tags: ['$initial'], priority: 4 },
  neededBy('sign-in', 'src/features/sign-in/sign-in-page.tsx', 3),
  neededBy('shell', 'src/shell/shell.tsx', 2),
  {
    name: 'shared',
    minShareCount: pagesSharing,
    entriesAware: true,
    entriesAwareMergeThreshold: worthAFile,
    priority: 1,
  },
];

/** All that a part imports without waiting and another part needs too, in one file. */
function neededBy(name: string, entry: string, priority: number): Group {
  let reached: Set<string> | undefined;
  return {
    name: (id, context) => {
      reached ??= reach(`${import.meta.dirname}/${entry}`, context);
      return reached.has(id) ? name : null;
    },
    minShareCount: 2,
    priority,
  };
}

function reach(entry: string, context: Rolldown.ChunkingContext): Set<string> {
  const seen = new Set<string>();
  const left = [entry];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    left.push(...importsOf(id, context));
  }
  return seen;
}

/** antd's index leads to all of its parts: of those only the ones that a module asks for by name. */
function importsOf(id: string, context: Rolldown.ChunkingContext): string[] {
  const { importedIds = [], code } = context.getModuleInfo(id) ?? {};
  return importedIds.flatMap((next) => {
    if (!/\/antd\/es\/index\.js$/.test(next)) return [next];
    const asked = namesFromAntd(code ?? '').map((name) => `/${kebab(name)}/index.js`);
    const parts = context.getModuleInfo(next)?.importedIds ?? [];
    return parts.filter((part) => asked.some((ending) => part.endsWith(ending)));
  });
}

function namesFromAntd(code: string): string[] {
  const lists = [...code.matchAll(/import\s*\{([^}]*)\}\s*from\s*["']antd["']/g)];
  return lists
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.trim().split(' ')[0] ?? '');
}

function kebab(name: string): string {
  return name.replace(/\B[A-Z]/g, '-$&').toLowerCase();
}

/** A shared file would be named after all the pages that share it. */
export function chunkFileNames({ name }: { name: string }): string {
  return `assets/${name.replace(/~.*/, '')}-[hash].js`;
}
