import { problemOf } from '../lib/api-problem.ts';
import { appearances, setAppearance, useAppearance } from '../lib/appearance.ts';
import { useGo } from '../lib/links.ts';
import { useIsPhone } from '../lib/media.ts';
import { grantName } from '../lib/role-name.ts';
import { useUser } from '../lib/session.ts';
import { signOut } from '../lib/sign-out.ts';
import { showDone } from '../lib/undo.ts';
import { hasUnsaved } from '../lib/unsaved.ts';
import { useText } from '../locales/use-text.ts';
import { paths } from '../paths.ts';
import { confirm } from '../ui/confirm.tsx';
import { Icon } from '../ui/icon.tsx';
import type { MenuEntry } from '../ui/menu.tsx';
import { Menu } from '../ui/menu.tsx';
import { useBatchEntries } from './batch-picker.tsx';
import { languageEntries } from './language-menu.tsx';
import styles from './top-bar.module.css';

export function UserMenu({ onKeys }: { onKeys: () => void }) {
  const text = useText();
  const user = useUser();
  const phone = useIsPhone();
  const appearance = useAppearance();
  const go = useGo();
  const batches = useBatchEntries();
  const role = user.roles[0];
  async function leave() {
    if (hasUnsaved() && !(await agreesToLose())) return;
    try {
      await signOut();
    } catch (error) {
      showDone(problemOf(error).title || text.problems.network);
    }
  }
  const agreesToLose = () =>
    confirm({
      title: text.shell.signOutUnsaved,
      body: text.shell.signOutUnsavedNote,
      act: text.shell.signOutAnyway,
      danger: true,
    });
  const entries: MenuEntry[] = [
    {
      key: 'account',
      label: text.shell.account,
      icon: 'user',
      onSelect: () => go(paths.account),
    },
    ...(phone && batches.length > 1
      ? batches.map((entry, index) => ({
          ...entry,
          ...(index === 0 ? { heading: text.shell.batch, divided: true } : {}),
        }))
      : []),
    ...(phone
      ? languageEntries().map((entry, index) => ({
          ...entry,
          ...(index === 0 ? { heading: text.shell.language, divided: true } : {}),
        }))
      : [
          {
            key: 'keys',
            label: text.shell.keys,
            note: '?',
            icon: 'keyboard',
            onSelect: onKeys,
          } as const,
        ]),
    ...appearances.map((one, index) => ({
      key: one,
      label: text.shell.appearances[one],
      checked: one === appearance,
      onSelect: () => setAppearance(one),
      ...(index === 0 ? { heading: text.shell.appearance, divided: true } : {}),
    })),
    {
      key: 'signOut',
      label: text.shell.signOut,
      icon: 'signOut',
      divided: true,
      onSelect: () => void leave(),
    },
  ];
  return (
    <Menu
      {...(phone ? { label: text.shell.userMenu(user.name) } : {})}
      align="end"
      triggerClassName={styles.trigger}
      trigger={
        phone ? (
          <Icon name="user" />
        ) : (
          <>
            {user.name}
            {role && <span className={styles.role}>{grantName(role)}</span>}
            <Icon name="down" size={14} />
          </>
        )
      }
      entries={entries}
    />
  );
}
