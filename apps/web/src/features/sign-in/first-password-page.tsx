import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { ownPath } from '../../lib/own-path.ts';
import { signOut } from '../../lib/sign-out.ts';
import { useSignInText } from '../../locales/sign-in-text.ts';
import { paths } from '../../paths.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { Wordmark } from '../../ui/wordmark.tsx';
import { FirstPasswordForm } from './first-password-form.tsx';
import { Footer } from './footer.tsx';
import styles from './sign-in.module.css';

/** The password that was given must be changed before anything else. */
export function FirstPasswordPage() {
  const text = useSignInText();
  const navigate = useNavigate();
  const location = useLocation();
  const next = ownPath((location.state as { next?: string } | null)?.next, paths.workbench);
  useEffect(() => {
    document.title = text.firstPassword.documentTitle;
  }, [text]);
  async function leave() {
    await signOut().catch(() => undefined);
    await navigate(paths.signIn, { replace: true });
  }
  return (
    <div className={styles.page}>
      <main className={styles.main}>
        <div className={styles.narrow}>
          <Wordmark size={44} />
          <h1 className={styles.title}>{text.firstPassword.title}</h1>
          <p className={styles.slogan}>{text.firstPassword.note}</p>
          <FirstPasswordForm onDone={() => void navigate(next, { replace: true })} />
          <p className={styles.leave}>
            <TextButton onClick={() => void leave()}>{text.firstPassword.leave}</TextButton>
          </p>
        </div>
      </main>
      <Footer version={null} plainHttpHost={null} />
    </div>
  );
}
