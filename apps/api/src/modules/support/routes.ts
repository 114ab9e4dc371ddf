import type { Deps } from '../../lib/deps.ts';
import type { Route } from '../../lib/route.ts';
import { enterpriseRoutes } from './enterprises/routes.ts';
import { helpRoutes } from './help/routes.ts';
import { projectRoutes } from './projects/routes.ts';
import { villageSupportRoutes } from './villages/routes.ts';

export function supportRoutes(deps: Deps): Route[] {
  return [
    ...enterpriseRoutes(deps),
    ...villageSupportRoutes(deps),
    ...projectRoutes(deps),
    ...helpRoutes(deps),
  ];
}
