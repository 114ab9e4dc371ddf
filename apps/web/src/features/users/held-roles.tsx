import type { User } from '@xuanpai/contracts/users';
import { termState } from '@xuanpai/domain/access';
import { Fragment } from 'react';
import { daysBetween } from '../../lib/format.ts';
import { grantName, termText } from '../../lib/role-name.ts';
import { useUser } from '../../lib/session.ts';
import { useText } from '../../locales/use-text.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import styles from './users.module.css';

/** A role that ends within a month is worth a word: somebody has to take over. */
const soonDays = 30;

type Held = User['roles'][number];

/** The roles of a person with their terms, those that ended in grey. */
export function HeldRoles({ roles, lines = false }: { roles: Held[]; lines?: boolean }) {
  return roles.map((held, at) => (
    <Fragment key={JSON.stringify(held)}>
      {at > 0 && (lines ? <br /> : '、')}
      <HeldRole held={held} />
    </Fragment>
  ));
}

function HeldRole({ held }: { held: Held }) {
  const text = useText().users;
  const { today } = useUser();
  const name = grantName(held);
  const term = termText(held);
  const { endsOn } = held;
  switch (termState(held, today)) {
    case 'ended':
      return <span className={styles.ended}>{text.endedRole(name, endsOn ?? '')}</span>;
    case 'upcoming':
      return <span className={styles.ended}>{text.upcomingRole(name, term)}</span>;
    case 'held': {
      const soon = endsOn !== null && daysBetween(today, endsOn) <= soonDays;
      return (
        <span>
          {term ? text.heldRole(name, term) : name}
          {soon && (
            <>
              {' '}
              <StateBadge state="hint" word={text.endsSoon(daysBetween(today, endsOn))} />
            </>
          )}
        </span>
      );
    }
  }
}
