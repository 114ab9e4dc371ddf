import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { refreshOnce } from '../../lib/session.ts';
import { signOut } from '../../lib/sign-out.ts';
import { useText } from '../../locales/use-text.ts';
import { paths } from '../../paths.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { Wordmark } from '../../ui/wordmark.tsx';
import styles from './second-factor.module.css';
import { SetSecondFactor } from './set-second-factor.tsx';

/** A role needs a second factor: before anything else it is set up. */
export function SecondFactorPage() {
  const { factor: text, signIn: words } = useText();
  const navigate = useNavigate();
  useEffect(() => {
    document.title = text.documentTitle;
  }, [text]);
  async function go() {
    await refreshOnce();
    await navigate(paths.workbench, { replace: true });
  }
  async function leave() {
    await signOut().catch(() => undefined);
    await navigate(paths.signIn, { replace: true });
  }
  return (
    <main className={styles.page}>
      <Wordmark size={44} />
      <h1>{text.mustTitle}</h1>
      <p>{text.mustNote}</p>
      <SetSecondFactor onDone={() => void go()} />
      <p>
        <TextButton onClick={() => void leave()}>{words.firstPassword.leave}</TextButton>
      </p>
    </main>
  );
}
