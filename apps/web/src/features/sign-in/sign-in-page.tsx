import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { call } from '../../lib/api.ts';
import { about } from '../../lib/auth-endpoints.ts';
import { ownPath } from '../../lib/own-path.ts';
import { signIn, useSession } from '../../lib/session.ts';
import { useSignInText } from '../../locales/sign-in-text.ts';
import { paths } from '../../paths.ts';
import { Wordmark } from '../../ui/wordmark.tsx';
import { DemoAccounts } from './demo-accounts.tsx';
import { Footer } from './footer.tsx';
import styles from './sign-in.module.css';
import { SignInForm } from './sign-in-form.tsx';

type About = ReplyOf<typeof about>;

function useAbout(): About | null {
  const [value, setValue] = useState<About | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    // Without an answer the page works on: it only lacks demo accounts and the version.
    call(about, { signal: stop.signal }).then(setValue, () => undefined);
    return () => stop.abort();
  }, []);
  return value;
}

export function SignInPage() {
  const text = useSignInText();
  const system = useAbout();
  const [search] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const [username, setUsername] = useState('');
  const session = useSession();
  const ended = (location.state as { ended?: boolean } | null)?.ended === true;
  useEffect(() => {
    document.title = text.documentTitle;
  }, [text]);
  // Signed in here, or in another tab meanwhile: on to the page that was wanted.
  useEffect(() => {
    if (session.status !== 'in') return;
    const next = ownPath(search.get('next'), paths.workbench);
    const to = session.user.mustChangePassword ? paths.firstPassword : next;
    void navigate(to, { replace: true, state: { next } });
  }, [session, search, navigate]);
  const hasDemo = system?.demo === true && system.demoAccounts.length > 0;
  return (
    <div className={styles.page}>
      <main className={styles.main} data-demo={hasDemo}>
        <div className={styles.left}>
          <h1 className={styles.brand}>
            <Wordmark size={44} />
            <span className={styles.latin}>Xuanpai</span>
          </h1>
          <p className={styles.slogan}>{text.slogan}</p>
          {ended && <p className={styles.ended}>{text.ended}</p>}
          <SignInForm username={username} onUsername={setUsername} onSubmit={signIn} />
          <p className={styles.forgotten}>{text.forgotten}</p>
        </div>
        {hasDemo && (
          <DemoAccounts
            accounts={system.demoAccounts}
            today={system.today}
            chosen={username}
            onChoose={setUsername}
          />
        )}
      </main>
      <Footer version={system?.version ?? null} plainHttpHost={system?.plainHttpHost ?? null} />
    </div>
  );
}
