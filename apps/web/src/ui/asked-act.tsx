import { type ReactNode, useState } from 'react';
import { ActButton } from './act-button.tsx';
import { ActDialog, TextField } from './act-dialog.tsx';
import { TextButton } from './text-button.tsx';

interface ActProps {
  /** Names the act, on the button and in the dialog. */
  act: string;
  /** The act's name unless given. */
  title?: string;
  body?: ReactNode;
  kind?: 'primary' | 'secondary' | 'danger' | 'text';
  /** Why it can't be done now. */
  blocked?: string | null;
}

interface AskedActProps extends ActProps {
  /** Nothing can be sent until it is complete. */
  ready: boolean;
  run: () => Promise<void>;
  children: ReactNode;
}

/** An act that needs words: its button, and the dialog in which they are typed. */
export function AskedAct(props: AskedActProps) {
  const { act, title = act, body, kind = 'secondary', blocked, ready, run, children } = props;
  const [open, setOpen] = useState(false);
  const ask = () => setOpen(true);
  return (
    <>
      {kind === 'text' ? (
        <TextButton onClick={ask}>{act}</TextButton>
      ) : (
        <ActButton {...{ kind, blocked }} onClick={ask}>
          {act}
        </ActButton>
      )}
      {open && (
        <ActDialog
          {...{ title, body, act, ready, run }}
          danger={kind === 'danger' || kind === 'text'}
          onClose={() => setOpen(false)}
        >
          {children}
        </ActDialog>
      )}
    </>
  );
}

interface WordedActProps extends ActProps {
  field: { label: string; rows?: number; most?: number };
  run: (words: string) => Promise<void>;
}

/** An act that needs one thing in words, such as its reason. */
export function WordedAct({ field, run, ...act }: WordedActProps) {
  const [typed, setTyped] = useState('');
  const words = typed.trim();
  return (
    <AskedAct {...act} ready={words.length > 1} run={() => run(words)}>
      <TextField {...field} value={typed} onChange={setTyped} />
    </AskedAct>
  );
}
