import { ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { useIsDark } from '../lib/appearance.ts';
import { antdTheme } from './antd-theme.ts';

const noWave = { disabled: true };
const buttonDefaults = { autoInsertSpace: false };

/** Popups live in `main`, so that landmarks hold them and a dialog keeps them above itself. */
function popupContainer(trigger?: HTMLElement): HTMLElement {
  return trigger?.closest('dialog') ?? document.querySelector('main') ?? document.body;
}

export function ThemeProvider({ children }: { children: ReactNode }) {
  const isDark = useIsDark();
  const theme = useMemo(() => antdTheme(isDark), [isDark]);
  return (
    <ConfigProvider
      theme={theme}
      wave={noWave}
      button={buttonDefaults}
      getPopupContainer={popupContainer}
    >
      {children}
    </ConfigProvider>
  );
}
