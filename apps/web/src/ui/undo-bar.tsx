import { useEffect, useState } from 'react';
import { problemOf } from '../lib/api-problem.ts';
import { isTyping } from '../lib/keys.ts';
import { hideNotice, showDone, useNotice } from '../lib/undo.ts';
import { useText } from '../locales/use-text.ts';
import styles from './undo-bar.module.css';

const staysFor = 10_000;

/** Below the page: what was just done, and how to take it back. Stands once in the shell. */
export function UndoBar() {
  const notice = useNotice();
  const text = useText().ui;
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!notice || held) return;
    const timer = setTimeout(hideNotice, staysFor);
    return () => clearTimeout(timer);
  }, [notice, held]);
  useEffect(() => {
    if (!notice?.undo) return;
    function onKeyDown(event: KeyboardEvent) {
      const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
      if (!isUndo || event.shiftKey || isTyping(event.target)) return;
      event.preventDefault();
      void undo();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
  async function undo() {
    const act = notice?.undo;
    hideNotice();
    try {
      await act?.();
      showDone(text.undone);
    } catch (error) {
      const problem = problemOf(error);
      showDone(problem.detail || problem.title || text.failed);
    }
  }
  return (
    <div className={styles.place} role="status">
      {notice && (
        // biome-ignore lint/a11y/noStaticElementInteractions: only holds the bar while it is read
        <div
          className={styles.bar}
          onMouseEnter={() => setHeld(true)}
          onMouseLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span>{notice.message}</span>
          {notice.undo && (
            <button
              type="button"
              className={styles.undo}
              aria-keyshortcuts="Control+Z"
              onClick={() => void undo()}
            >
              {text.undo} {text.undoKeys}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
