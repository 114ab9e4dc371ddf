import type { PolicyParameter } from '@xuanpai/contracts/policy';
import { type PolicyGroup, policyGroups } from '@xuanpai/domain/policy/keys';
import { useText } from '../../locales/use-text.ts';
import styles from './policy.module.css';

interface GroupIndexProps {
  items: readonly PolicyParameter[];
  changed: readonly string[];
}

export const idOfGroup = (group: PolicyGroup) => `group-${group}`;

/** The groups at the left: how many parameters each has, and where something is changed. */
export function GroupIndex({ items, changed }: GroupIndexProps) {
  const text = useText().policy;
  return (
    <nav className={styles.index} aria-label={text.groupsLabel}>
      <ul>
        {policyGroups.map((group) => {
          const own = items.filter((item) => item.group === group);
          const edited = own.filter(({ key }) => changed.includes(key)).length;
          return (
            <li key={group}>
              <button
                type="button"
                className={styles.indexItem}
                onClick={() => document.getElementById(idOfGroup(group))?.scrollIntoView()}
              >
                {text.groups[group]}
                <span className={edited > 0 ? styles.edited : styles.count}>
                  {edited > 0 ? text.editedCount(edited) : own.length}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
