import { useEffect } from 'react';
import { isTyping } from '../lib/keys.ts';

interface ShellKeys {
  onSearch: () => void;
  onKeys: () => void;
}

/** Ctrl+K from anywhere, `?` outside of fields. */
export function useShellKeys({ onSearch, onKeys }: ShellKeys): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.isComposing || document.querySelector('dialog[open]')) return;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        onSearch();
      } else if (event.key === '?' && !isTyping(event.target)) {
        event.preventDefault();
        onKeys();
      }
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onSearch, onKeys]);
}
