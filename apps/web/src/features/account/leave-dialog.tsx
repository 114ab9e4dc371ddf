import { useId, useState } from 'react';
import { useText } from '../../locales/use-text.ts';
import { ActDialog } from '../../ui/act-dialog.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import styles from './second-factor.module.css';

interface LeaveDialogProps {
  title: string;
  body: string;
  act: string;
  run: (password: string) => Promise<void>;
  onClose: () => void;
}

/** Ends sign-ins after the password is typed once more. */
export function LeaveDialog({ title, body, act, run, onClose }: LeaveDialogProps) {
  const { account: text, signIn: words } = useText();
  const [password, setPassword] = useState('');
  const id = useId();
  return (
    <ActDialog
      title={title}
      body={body}
      act={act}
      ready={password !== ''}
      danger
      run={() => run(password)}
      onClose={onClose}
    >
      <div className={styles.typed}>
        <label htmlFor={id}>{text.current}</label>
        <PasswordField
          id={id}
          autoComplete="current-password"
          words={words}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
    </ActDialog>
  );
}
