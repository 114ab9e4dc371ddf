import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { createStore, useStore } from '../lib/store.ts';
import { useText } from '../locales/use-text.ts';
import { Dialog } from './dialog.tsx';
import { ProblemAlert } from './problem-alert.tsx';

export interface Confirmation {
  /** The act and its object: 印发方案一. */
  title: string;
  /** One sentence: what will happen to whom. */
  body: ReactNode;
  /** The button, naming the act: 印发255名任职安排. */
  act: string;
  /** 先不印发; 取消 unless given. */
  cancel?: string;
  danger?: boolean;
  /** Runs the act while the dialog waits; a problem is shown in it. */
  run?: () => Promise<unknown>;
  /** The name of a field, where a problem lists what others changed. */
  fieldName?: (path: string) => string;
}

interface Open extends Confirmation {
  settle: (confirmed: boolean) => void;
}

const open = createStore<Open | null>(null);

/** Asks before what can't be undone. Gives whether it was confirmed (and, with `run`, done). */
export function confirm(confirmation: Confirmation): Promise<boolean> {
  open.get()?.settle(false);
  return new Promise((resolve) => {
    open.set({
      ...confirmation,
      settle(confirmed) {
        open.set(null);
        resolve(confirmed);
      },
    });
  });
}

/** Stands once in the shell. */
export function ConfirmHost() {
  const asked = useStore(open);
  return asked && <ConfirmDialog key={asked.title} asked={asked} />;
}

function ConfirmDialog({ asked }: { asked: Open }) {
  const text = useText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  async function act() {
    setBusy(true);
    try {
      await asked.run?.();
      asked.settle(true);
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  }
  return (
    <Dialog
      title={asked.title}
      onClose={() => {
        if (!busy) asked.settle(false);
      }}
      footer={
        <>
          <Button onClick={() => asked.settle(false)} disabled={busy}>
            {asked.cancel ?? text.ui.cancel}
          </Button>
          <Button
            type="primary"
            danger={asked.danger ?? false}
            loading={busy}
            onClick={() => void act()}
          >
            {asked.act}
          </Button>
        </>
      }
    >
      <div>{asked.body}</div>
      {error !== null && (
        <div style={{ marginTop: 12 }}>
          <ProblemAlert
            error={error}
            {...(asked.fieldName ? { fieldName: asked.fieldName } : {})}
          />
        </div>
      )}
    </Dialog>
  );
}
