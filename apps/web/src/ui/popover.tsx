import type { ReactNode } from 'react';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import styles from './popover.module.css';

interface PopoverProps {
  /** Name for screen readers, where the trigger's words don't say it. */
  label?: string;
  trigger: ReactNode;
  triggerClassName?: string | undefined;
  /** What opens: a menu of choices, or a small form. */
  kind?: 'menu' | 'dialog';
  align?: 'start' | 'end';
  side?: 'below' | 'above';
  children: (close: () => void) => ReactNode;
}

/** A button and what opens at it. Esc, Tab out and a click elsewhere close it. */
export function Popover(props: PopoverProps) {
  const { kind = 'menu', align = 'start', side = 'below' } = props;
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();
  const close = useCallback(() => {
    setOpen(false);
    button.current?.focus();
  }, []);
  useEffect(() => {
    if (!open) return;
    const chosen = panel.current?.querySelector<HTMLElement>('[aria-checked="true"]');
    const first = panel.current?.querySelector<HTMLElement>('[role^="menuitem"], input, button, a');
    (chosen ?? first)?.focus();
    function onPointerDown(event: PointerEvent) {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    }
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [open]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the button and the panel inside
    <div
      ref={box}
      className={styles.box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        close();
      }}
      onBlur={(event) => {
        const next = event.relatedTarget;
        if (next instanceof Node && !box.current?.contains(next)) setOpen(false);
      }}
    >
      <button
        ref={button}
        id={`${id}-button`}
        type="button"
        className={props.triggerClassName}
        aria-haspopup={kind}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={props.label}
        onClick={() => setOpen(!open)}
      >
        {props.trigger}
      </button>
      {open && (
        <div
          ref={panel}
          id={id}
          {...(kind === 'dialog' ? { role: 'dialog', 'aria-labelledby': `${id}-button` } : {})}
          className={styles.panel}
          data-align={align}
          data-side={side}
        >
          {props.children(close)}
        </div>
      )}
    </div>
  );
}
