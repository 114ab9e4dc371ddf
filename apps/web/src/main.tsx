import './theme/tokens.css';
import './theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { startAppearance } from './lib/appearance.ts';
import { markLanguage } from './lib/language.ts';
import { restore, wasIn } from './lib/session.ts';
import { linkTo, paths } from './paths.ts';
import { startRouter } from './router.tsx';
import { ThemeProvider } from './theme/theme-provider.tsx';

// zod comes with the first page behind the sign-in: it is not to write functions of its own then, which
// the content policy refuses.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
startAppearance();
markLanguage();

/**
 * Nobody signed in: the address becomes that of the sign-in page before the router loads another
 * page's script in vain. Whoever was in doesn't wait: the script comes beside the server's answer.
 * An unreachable server is the router's to tell.
 */
async function settleAddress() {
  const { pathname, search } = window.location;
  if (pathname === paths.signIn || wasIn()) return;
  const user = await restore().catch(() => undefined);
  if (user === null) window.history.replaceState(null, '', linkTo.signIn(pathname + search));
}

async function start(root: HTMLElement) {
  await settleAddress();
  createRoot(root).render(
    <StrictMode>
      <ThemeProvider>
        <RouterProvider router={startRouter()} />
      </ThemeProvider>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root) void start(root);
