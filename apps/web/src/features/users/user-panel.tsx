import { useQuery } from '@tanstack/react-query';
import type { User } from '@xuanpai/contracts/users';
import { formatClock } from '../../lib/format.ts';
import { useUser } from '../../lib/session.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { HeldRoles } from './held-roles.tsx';
import { userQuery } from './queries.ts';
import { ResetPasswordPanel } from './reset-password-panel.tsx';
import { useResetFactor } from './use-reset-factor.ts';
import { useTurnUser } from './use-turn-user.ts';
import { UserState } from './user-columns.tsx';
import { EditUserPanel } from './user-form-panel.tsx';
import { UserSessions } from './user-sessions.tsx';
import styles from './users.module.css';

interface UserPanelProps {
  id: string;
  /** `edit` and `password` open a form in the panel's place. */
  panel: string | null;
  onPanel: (panel: string | null) => void;
  onClose: () => void;
}

/** An account beside the list. */
export function UserPanel({ id, panel, onPanel, onClose }: UserPanelProps) {
  const query = useQuery(userQuery(id));
  const user = query.data;
  const back = () => onPanel(null);
  if (user && panel === 'edit') return <EditUserPanel user={user} onClose={back} />;
  if (user && panel === 'password') return <ResetPasswordPanel user={user} onClose={back} />;
  return (
    <SidePanel
      title={user?.name ?? ''}
      badge={user && <UserState user={user} />}
      note={user?.username}
      onClose={onClose}
    >
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {!user && !query.error && <Skeleton lines={4} />}
      {user && <UserFacts user={user} onPanel={onPanel} />}
    </SidePanel>
  );
}

function UserFacts({ user, onPanel }: { user: User; onPanel: (panel: string) => void }) {
  const text = useText().users;
  const own = useUser().id === user.id;
  const turn = useTurnUser();
  const resetFactor = useResetFactor();
  return (
    <>
      <PanelPart>
        <DescriptionList
          items={[
            { term: text.grants, value: <HeldRoles roles={user.roles} lines /> },
            {
              term: text.password,
              value: user.mustChangePassword ? text.firstPassword : text.ownPassword,
            },
            { term: text.factor, value: user.secondFactor ? text.factorOn : text.factorOff },
            {
              term: text.lastSeen,
              value: user.lastSeenAt ? formatClock(user.lastSeenAt) : text.never,
            },
          ]}
        />
      </PanelPart>
      <UserSessions user={user} />
      <PanelPart>
        <div className={styles.acts}>
          <ActButton reads onClick={() => onPanel('edit')}>
            {text.edit}
          </ActButton>
          <ActButton
            reads
            blocked={own ? text.ownPasswordElsewhere : null}
            onClick={() => onPanel('password')}
          >
            {text.reset}
          </ActButton>
          {user.secondFactor && (
            <ActButton
              reads
              blocked={own ? text.ownFactorElsewhere : null}
              onClick={() => void resetFactor(user)}
            >
              {text.factorReset}
            </ActButton>
          )}
          <ActButton
            reads
            kind={user.disabled ? 'secondary' : 'danger'}
            blocked={own ? text.ownAccount : null}
            onClick={() => void turn(user)}
          >
            {user.disabled ? text.enable : text.disable}
          </ActButton>
        </div>
      </PanelPart>
    </>
  );
}
