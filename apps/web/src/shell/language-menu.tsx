import { currentLanguage, setLanguage, useLanguage } from '../lib/language.ts';
import { loadDictionary, useText } from '../locales/use-text.ts';
import { Icon } from '../ui/icon.tsx';
import type { MenuEntry } from '../ui/menu.tsx';
import { Menu } from '../ui/menu.tsx';
import styles from './top-bar.module.css';

const names = { zh: '中文', en: 'English' } as const;

export function languageEntries(): MenuEntry[] {
  return (['zh', 'en'] as const).map((language) => ({
    key: language,
    label: <span lang={language === 'zh' ? 'zh-CN' : 'en'}>{names[language]}</span>,
    checked: language === currentLanguage(),
    onSelect: () => {
      setLanguage(language);
      void loadDictionary();
    },
  }));
}

export function LanguageMenu() {
  const text = useText().shell;
  const language = useLanguage();
  return (
    <Menu
      label={`${text.language} ${names[language]}`}
      align="end"
      triggerClassName={styles.trigger}
      trigger={
        <>
          {names[language]}
          <Icon name="down" size={14} />
        </>
      }
      entries={languageEntries()}
    />
  );
}
