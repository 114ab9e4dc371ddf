import type { Permission } from '@xuanpai/contracts/permissions';
import { Can } from '../../lib/can.tsx';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { paths } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './home.module.css';
import { useWaiting } from './use-waiting.ts';

interface Reading {
  label: keyof Dictionary['home']['readings'];
  to: string;
  permission: Permission;
}

const readings: readonly Reading[] = [
  { label: 'assignments', to: paths.assignments, permission: 'assignments.read' },
  { label: 'telephones', to: paths.telephones, permission: 'assignments.read' },
  { label: 'coverage', to: paths.coverage, permission: 'coverage.read' },
  { label: 'villages', to: paths.villages, permission: 'villages.read' },
  { label: 'policy', to: paths.policy, permission: 'policy.read' },
  { label: 'users', to: paths.users, permission: 'users.manage' },
  { label: 'audit', to: paths.audit, permission: 'audit.read' },
];

/** Nothing waits: what comes next for this role, and what can be read meanwhile. */
export function Idle() {
  const text = useText().home;
  return (
    <Section title={text.tasks} note={text.idle}>
      <p>{useWaiting()}</p>
      <ul className={styles.readings}>
        {readings.map(({ label, to, permission }) => (
          <Can key={label} permission={permission}>
            <li>
              <Link to={to}>{text.readings[label]}</Link>
              <span>{text.readingNotes[label]}</span>
            </li>
          </Can>
        ))}
      </ul>
    </Section>
  );
}
