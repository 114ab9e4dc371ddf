import { useEffect } from 'react';
import { isTyping, usePageKeys } from '../../../lib/keys.ts';
import { useUrlValue } from '../../../lib/url-state.ts';
import { useText } from '../../../locales/use-text.ts';

/** What the panel says of the chosen place, kept in the address. */
export type Look = 'candidates' | 'why' | 'others';

/** W asks why, O for other choices; the same key again goes back to who could take the place. */
export function useLook(): [Look, (look: Look) => void] {
  const text = useText().explanation;
  const [asked, ask] = useUrlValue('look');
  const look: Look = asked === 'why' || asked === 'others' ? asked : 'candidates';
  usePageKeys([
    { keys: 'W', does: text.why },
    { keys: 'O', does: text.others },
  ]);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      if (ctrlKey || metaKey || altKey || isTyping(target)) return;
      if (document.querySelector('dialog[open]')) return;
      const wanted = { w: 'why', o: 'others' }[key.toLowerCase()];
      if (wanted === undefined) return;
      event.preventDefault();
      ask(wanted === look ? null : wanted);
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [look, ask]);
  return [look, (next) => ask(next === 'candidates' ? null : next)];
}
