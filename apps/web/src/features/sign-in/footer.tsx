import { currentLanguage, setLanguage } from '../../lib/language.ts';
import { useSignInText } from '../../locales/sign-in-text.ts';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './sign-in.module.css';

interface FooterProps {
  version: string | null;
  plainHttpHost: string | null;
}

/** Language, version, and a plain word about a connection that isn't encrypted. */
export function Footer({ version, plainHttpHost }: FooterProps) {
  const text = useSignInText();
  const other = currentLanguage() === 'zh' ? 'en' : 'zh';
  return (
    <footer className={styles.footer}>
      <TextButton
        className={styles.switch ?? ''}
        lang={other === 'en' ? 'en' : 'zh-CN'}
        onClick={() => setLanguage(other)}
      >
        {text.languageSwitch}
      </TextButton>
      {version && <span>{text.version(version)}</span>}
      {plainHttpHost && <span>{text.plainHttp(plainHttpHost)}</span>}
    </footer>
  );
}
