import { useCallback, useEffect, useRef, useState } from 'react';
import { Outlet, useLocation, useNavigation } from 'react-router';
import { useIsPhone, useMedia } from '../lib/media.ts';
import { remember, remembered } from '../lib/remember.ts';
import { useText } from '../locales/use-text.ts';
import { ConfirmHost } from '../ui/confirm.tsx';
import { TabSlot } from '../ui/tab-slot.ts';
import { UndoBar } from '../ui/undo-bar.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { ConnectionBar } from './connection-bar.tsx';
import styles from './frame.module.css';
import { KeysDialog } from './keys-dialog.tsx';
import { NewPlaceBar } from './new-place-bar.tsx';
import { PrintLine } from './print-line.tsx';
import { Rail } from './rail.tsx';
import { ReadOnlyBar } from './read-only-bar.tsx';
import { SearchPalette } from './search-palette.tsx';
import { SubBar } from './sub-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useShellKeys } from './use-shell-keys.ts';

/** Opened from 1440 px on, unless the person wants it otherwise. */
function useRail(): [boolean, () => void] {
  const wide = useMedia('(min-width: 1440px)');
  const [choice, setChoice] = useState(() => remembered('rail'));
  const expanded = choice === null ? wide : choice === 'open';
  const toggle = () => {
    const next = expanded ? 'closed' : 'open';
    remember('rail', next);
    setChoice(next);
  };
  return [expanded, toggle];
}

/** Bars around the page. */
export function Frame() {
  const text = useText().shell;
  const phone = useIsPhone();
  const [expanded, toggleRail] = useRail();
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState<'search' | 'keys' | null>(null);
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const opening = useNavigation().state === 'loading';
  const onSearch = useCallback(() => setOpen('search'), []);
  const onKeys = useCallback(() => setOpen('keys'), []);
  const onClose = useCallback(() => setOpen(null), []);
  useShellKeys({ onSearch, onKeys });
  const shown = useRef(pathname);
  // Another page starts at its top; the first one leaves the focus before the skip link.
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.scrollTo(0, 0);
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <TabSlot value={slot}>
      <div className={styles.frame}>
        <a className={styles.skip} href="#main">
          {text.skip}
        </a>
        <TopBar expanded={expanded && !phone} onSearch={onSearch} onKeys={onKeys} />
        {!phone && <Rail expanded={expanded} onToggle={toggleRail} />}
        <div className={styles.centre}>
          <SubBar onSlot={setSlot} />
          <ConnectionBar />
          <ReadOnlyBar />
          <NewPlaceBar />
          <PrintLine />
          <main ref={main} id="main" className={styles.main} tabIndex={-1} aria-busy={opening}>
            {opening && <div className={styles.opening} role="status" aria-label={text.opening} />}
            <Outlet />
          </main>
        </div>
        {phone && <BottomBar />}
        <UndoBar />
        <ConfirmHost />
        {open === 'search' && <SearchPalette onClose={onClose} />}
        {open === 'keys' && <KeysDialog onClose={onClose} />}
      </div>
    </TabSlot>
  );
}
