import type { PolicyParameter } from '@xuanpai/contracts/policy';
import { searchKey } from '@xuanpai/domain/office/text';
import { policyGroups } from '@xuanpai/domain/policy/keys';
import { useText } from '../../locales/use-text.ts';
import { Empty } from '../../ui/table-states.tsx';
import { idOfGroup } from './group-index.tsx';
import { ParameterRow } from './parameter-row.tsx';
import styles from './policy.module.css';

interface ParameterGroupsProps {
  items: readonly PolicyParameter[];
  sought: string;
  changed: readonly string[];
  /** The parameter that is open at the right. */
  chosen: string | null;
  mayWrite: boolean;
  onOpen: (key: string) => void;
}

/** A table for each group; what isn't sought is left out. */
export function ParameterGroups(props: ParameterGroupsProps) {
  const text = useText();
  const words = text.policy;
  const found = props.items.filter(({ label }) =>
    searchKey(label).includes(searchKey(props.sought)),
  );
  if (found.length === 0) return <Empty title={text.ui.emptyFiltered} />;
  return policyGroups.map((group) => {
    const own = found.filter((item) => item.group === group);
    if (own.length === 0) return null;
    return (
      <section key={group} id={idOfGroup(group)} className={styles.group}>
        <h2 className={styles.groupTitle}>{words.groups[group]}</h2>
        <table className={styles.table}>
          <caption className="visually-hidden">{words.groups[group]}</caption>
          <thead>
            <tr>
              <th scope="col">{words.parameter}</th>
              <th scope="col" className={styles.valueColumn}>
                {words.value}
              </th>
              <th scope="col" className={styles.inclusiveColumn}>
                {words.inclusive}
              </th>
              <th scope="col" className={styles.basisColumn}>
                {words.basis}
              </th>
              <th scope="col" className={styles.sinceColumn}>
                {words.since}
              </th>
            </tr>
          </thead>
          <tbody>
            {own.map((parameter) => (
              <ParameterRow
                key={parameter.key}
                parameter={parameter}
                changed={props.changed.includes(parameter.key)}
                chosen={props.chosen === parameter.key}
                mayWrite={props.mayWrite}
                onOpen={props.onOpen}
              />
            ))}
          </tbody>
        </table>
      </section>
    );
  });
}
