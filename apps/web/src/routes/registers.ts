import type { RouteObject } from 'react-router';
import { page } from '../lib/lazy-page.ts';
import { paths } from '../paths.ts';

/** Villages, units, cadres. */
export const registersRoutes: RouteObject[] = [
  {
    path: paths.villages,
    lazy: page(() => import('../features/villages/village-list-page.tsx'), 'VillageListPage'),
  },
  {
    path: paths.village,
    lazy: page(() => import('../features/villages/village-page.tsx'), 'VillagePage'),
  },
  {
    path: paths.units,
    lazy: page(() => import('../features/units/unit-list-page.tsx'), 'UnitListPage'),
  },
  { path: paths.unit, lazy: page(() => import('../features/units/unit-page.tsx'), 'UnitPage') },
  {
    path: paths.cadres,
    lazy: page(() => import('../features/cadres/cadre-list-page.tsx'), 'CadreListPage'),
  },
  { path: paths.cadre, lazy: page(() => import('../features/cadres/cadre-page.tsx'), 'CadrePage') },
];
