import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../locales/use-text.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { type Asking, lastReason, rememberReason } from './last-reason.ts';
import styles from './place-wishes.module.css';

interface ReasonFieldProps {
  kind: Asking;
  /** 锁定石云浩 */
  title: string;
  busy: boolean;
  onDone: (reason: string) => void;
  onCancel: () => void;
}

/** Asks why somebody is pinned or banned: Enter confirms, Esc leaves it; the last reason is offered. */
export function ReasonField({ kind, title, busy, onDone, onCancel }: ReasonFieldProps) {
  const text = useText().wishes;
  const [reason, setReason] = useState(lastReason(kind));
  const field = useRef<InputRef>(null);
  useEffect(() => field.current?.focus({ cursor: 'all' }), []);
  const missing = reason.trim().length < 2 ? text.reasonHint : null;
  function confirm() {
    if (missing !== null || busy) return;
    rememberReason(kind, reason.trim());
    onDone(reason.trim());
  }
  return (
    <div className={styles.asking}>
      <label className={styles.label} htmlFor="wish-reason">
        {title}
      </label>
      <Input
        id="wish-reason"
        ref={field}
        placeholder={text.reasonPlaceholder}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={(event) => {
          event.stopPropagation();
          if (!event.nativeEvent.isComposing) confirm();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          onCancel();
        }}
      />
      <ActButton blocked={missing} busy={busy} onClick={confirm}>
        {text.confirmReason}
      </ActButton>
      <TextButton onClick={onCancel}>{text.cancel}</TextButton>
    </div>
  );
}
