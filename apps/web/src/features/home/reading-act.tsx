import type { Permission } from '@xuanpai/contracts/permissions';
import { may } from '@xuanpai/contracts/permissions';
import { useGo } from '../../lib/links.ts';
import { useUser } from '../../lib/session.ts';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { paths } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';

interface Reading {
  act: keyof Dictionary['home']['readingActs'];
  to: string;
  permission: Permission;
}

const readings: readonly Reading[] = [
  { act: 'users', to: paths.users, permission: 'users.manage' },
  { act: 'audit', to: paths.audit, permission: 'audit.read' },
  { act: 'coverage', to: paths.coverage, permission: 'coverage.read' },
  { act: 'nominees', to: paths.eligibility, permission: 'nominations.read' },
];

/** The page's button for a person whom nothing waits for: where their work begins. */
export function ReadingAct() {
  const text = useText().home;
  const go = useGo();
  const roles = useUser().roles.map(({ role }) => role);
  const reading = readings.find(({ permission }) => may(roles, permission));
  if (!reading) return null;
  return (
    <ActButton kind="primary" reads onClick={() => go(reading.to)}>
      {text.readingActs[reading.act]}
    </ActButton>
  );
}
