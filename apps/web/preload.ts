import type { Plugin } from 'vite';

/** Names these files in the page itself: they come beside the first script instead of after it. */
export function preload(...names: string[]): Plugin {
  return {
    name: 'preload',
    apply: 'build',
    transformIndexHtml(_html, { bundle = {} }) {
      return Object.values(bundle)
        .filter(
          (file) => file.type === 'chunk' && !file.isDynamicEntry && names.includes(file.name),
        )
        .map(({ fileName }) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` },
          injectTo: 'head' as const,
        }));
    },
  };
}
