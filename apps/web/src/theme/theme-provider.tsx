import { ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { useIsDark } from '../lib/appearance.ts';
import { useMedia } from '../lib/media.ts';
import { antdTheme } from './antd-theme.ts';

const noWave = { disabled: true };
const buttonDefaults = { autoInsertSpace: false };

/** What the styles that antd writes into the page must carry; the server gives one with each page. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
const csp = nonce ? { nonce } : {};

/** Popups live in `main`, so that landmarks hold them and a dialog keeps them above itself. */
function popupContainer(trigger?: HTMLElement): HTMLElement {
  return trigger?.closest('dialog') ?? document.querySelector('main') ?? document.body;
}

export function ThemeProvider({ children }: { children: ReactNode }) {
  const isDark = useIsDark();
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  const theme = useMemo(() => antdTheme(isDark, isStill), [isDark, isStill]);
  return (
    <ConfigProvider
      theme={theme}
      csp={csp}
      wave={noWave}
      button={buttonDefaults}
      getPopupContainer={popupContainer}
    >
      {children}
    </ConfigProvider>
  );
}
