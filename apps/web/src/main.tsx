import './theme/tokens.css';
import './theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { startAppearance } from './lib/appearance.ts';
import { markLanguage } from './lib/language.ts';
import { router } from './router.tsx';
import { ThemeProvider } from './theme/theme-provider.tsx';

startAppearance();
markLanguage();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <ThemeProvider>
        <RouterProvider router={router} />
      </ThemeProvider>
    </StrictMode>,
  );
}
