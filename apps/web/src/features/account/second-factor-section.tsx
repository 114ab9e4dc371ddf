import { useQuery, useQueryClient } from '@tanstack/react-query';
import { endSecondFactor } from '@xuanpai/contracts/second-factor';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { call } from '../../lib/api.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { ActDialog } from '../../ui/act-dialog.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { Section } from '../../ui/section.tsx';
import { factorQuery, sessionsQuery } from './queries.ts';
import styles from './second-factor.module.css';
import { SetSecondFactor } from './set-second-factor.tsx';

/** The own second factor: set up, and ended. */
export function SecondFactorSection() {
  const { factor: text } = useText();
  const client = useQueryClient();
  const { data } = useQuery(factorQuery);
  const [open, setOpen] = useState<'set' | 'end' | null>(null);
  async function changed(words: string) {
    setOpen(null);
    showDone(words);
    await client.invalidateQueries({ queryKey: factorQuery.queryKey });
    await client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
  }
  if (!data) return null;
  const note = data.on ? text.on(data.recoveryLeft) : text.off;
  return (
    <Section title={text.title} note={data.wanted ? text.wanted : text.about}>
      <p>{note}</p>
      <ActButton reads onClick={() => setOpen(data.on ? 'end' : 'set')}>
        {data.on ? text.end : text.begin}
      </ActButton>
      {open === 'set' && (
        <Dialog
          title={text.begin}
          width={520}
          onClose={() => void changed(text.looked)}
          footer={null}
        >
          <SetSecondFactor onDone={() => void changed(text.done)} />
        </Dialog>
      )}
      {open === 'end' && (
        <EndDialog onDone={() => changed(text.ended)} onClose={() => setOpen(null)} />
      )}
    </Section>
  );
}

interface EndDialogProps {
  onDone: () => Promise<void>;
  onClose: () => void;
}

function EndDialog({ onDone, onClose }: EndDialogProps) {
  const { factor: text, signIn: words } = useText();
  const id = useId();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  return (
    <ActDialog
      title={text.end}
      body={text.endBody}
      act={text.end}
      ready={password !== '' && code.trim() !== ''}
      danger
      run={async () => {
        await call(endSecondFactor, { body: { password, code } });
        await onDone();
      }}
      onClose={onClose}
    >
      <div className={styles.typed}>
        <label htmlFor={`${id}-password`}>{text.password}</label>
        <PasswordField
          id={`${id}-password`}
          autoComplete="current-password"
          words={words}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
      <div className={styles.typed}>
        <label htmlFor={`${id}-code`}>{text.codeOrRecovery}</label>
        <Input
          id={`${id}-code`}
          autoComplete="one-time-code"
          maxLength={40}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </div>
    </ActDialog>
  );
}
