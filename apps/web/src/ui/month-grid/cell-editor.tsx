import { type KeyboardEvent, useRef, useState } from 'react';
import type { Parse } from './grid-types.ts';
import styles from './month-grid.module.css';

export type LeaveBy = 'enter' | 'tab' | 'backTab' | 'stay';

export interface EditorProps {
  label: string;
  initial: string;
  /** The first of it was just typed: one goes on behind it. */
  typed: boolean;
  parse: Parse;
  unreadable: (text: string) => string;
  onWrite: (value: string | null, by: LeaveBy) => void;
  onCancel: () => void;
}

/**
 * A real field in the cell, for signs and for input methods. While one composes, Enter and Escape are
 * its own; what can't be read stays in the field and is said.
 */
export function CellEditor(props: EditorProps) {
  const [typed, setTyped] = useState(props.initial);
  const [wrong, setWrong] = useState(false);
  const over = useRef(false);

  function write(by: LeaveBy) {
    if (over.current) return;
    const value = props.parse(typed);
    if (value === undefined) return setWrong(true);
    over.current = true;
    props.onWrite(value, by);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    event.stopPropagation();
    if (isComposing(event)) return;
    if (event.key === 'Enter') write('enter');
    else if (event.key === 'Tab') {
      write(event.shiftKey ? 'backTab' : 'tab');
      event.preventDefault();
    } else if (event.key === 'Escape') {
      over.current = true;
      event.preventDefault();
      props.onCancel();
    }
  }

  return (
    <span className={styles.editing}>
      <input
        // biome-ignore lint/a11y/noAutofocus: F2 asks for it
        autoFocus
        className={styles.editor}
        aria-label={props.label}
        aria-invalid={wrong}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onFocus={(event) => {
          if (!props.typed) event.currentTarget.select();
        }}
        onChange={(event) => {
          setWrong(false);
          setTyped(event.target.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (over.current) return;
          if (props.parse(typed) === undefined) {
            over.current = true;
            props.onCancel();
          } else write('stay');
        }}
      />
      {wrong && (
        <span role="alert" className={styles.wrong}>
          {props.unreadable(typed)}
        </span>
      )}
    </span>
  );
}

/** Whether the key belongs to an input method; 229 is what older ones send instead. */
export function isComposing({ nativeEvent }: KeyboardEvent): boolean {
  return nativeEvent.isComposing || nativeEvent.keyCode === 229;
}
