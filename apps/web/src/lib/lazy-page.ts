import type { ComponentType } from 'react';
import { loadScript } from './load-script.ts';

/** A page is loaded when it is opened: `lazy: page(() => import('./…/some-page.tsx'), 'SomePage')`. */
export function page<Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
) {
  return async () => ({ Component: (await loadScript(load))[name] });
}
