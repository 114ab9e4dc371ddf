import type { LoaderFunctionArgs, RouteObject } from 'react-router';
import { createBrowserRouter, redirect } from 'react-router';
import { untilAnswered } from './lib/connection.ts';
import { page } from './lib/lazy-page.ts';
import { loadScript } from './lib/load-script.ts';
import { followRouter } from './lib/search.ts';
import { restore } from './lib/session.ts';
import { loadDictionary } from './locales/use-text.ts';
import { linkTo, paths } from './paths.ts';
import { administrationRoutes } from './routes/administration.ts';
import { dailyRoutes } from './routes/daily.ts';
import { dispatchRoutes } from './routes/dispatch.ts';
import { evaluationRoutes } from './routes/evaluation.ts';
import { registersRoutes } from './routes/registers.ts';
import { Opening } from './shell/opening.tsx';
import { RouteFailure } from './shell/route-failure.tsx';

function whoIsIn() {
  return untilAnswered(restore, { writes: false });
}

async function enterShell({ request }: LoaderFunctionArgs) {
  const [user] = await Promise.all([whoIsIn(), loadScript(loadDictionary)]);
  if (user === null) {
    const { pathname, search } = new URL(request.url);
    return redirect(linkTo.signIn(pathname + search));
  }
  if (user.mustChangePassword) return redirect(paths.firstPassword);
  return user.mustSetSecondFactor ? redirect(paths.secondFactor) : null;
}

async function enterSecondFactor() {
  const [user] = await Promise.all([whoIsIn(), loadScript(loadDictionary)]);
  return user === null ? redirect(paths.signIn) : null;
}

async function enterFirstPassword() {
  return (await whoIsIn()) === null ? redirect(paths.signIn) : null;
}

/** Begins to load the page of the address at once. */
export function startRouter() {
  const router = createBrowserRouter(routes);
  followRouter(router);
  return router;
}

const routes: RouteObject[] = [
  {
    errorElement: <RouteFailure />,
    HydrateFallback: Opening,
    children: [
      {
        path: paths.signIn,
        lazy: page(() => import('./features/sign-in/sign-in-page.tsx'), 'SignInPage'),
      },
      {
        path: paths.firstPassword,
        loader: enterFirstPassword,
        lazy: page(() => import('./features/sign-in/first-password-page.tsx'), 'FirstPasswordPage'),
      },
      {
        path: paths.secondFactor,
        loader: enterSecondFactor,
        lazy: page(() => import('./features/account/second-factor-page.tsx'), 'SecondFactorPage'),
      },
      {
        path: '/',
        loader: enterShell,
        shouldRevalidate: () => false,
        lazy: page(() => import('./shell/shell.tsx'), 'Shell'),
        children: [
          {
            errorElement: <RouteFailure />,
            children: [
              {
                index: true,
                lazy: page(() => import('./features/home/home-page.tsx'), 'HomePage'),
              },
              ...dispatchRoutes,
              ...registersRoutes,
              ...dailyRoutes,
              ...evaluationRoutes,
              ...administrationRoutes,
              {
                path: '*',
                loader: () => {
                  throw new Response(null, { status: 404 });
                },
                element: null,
              },
            ],
          },
        ],
      },
    ],
  },
];
