import type { PolicyParameter } from '@xuanpai/contracts/policy';
import { searchKey } from '@xuanpai/domain/office/text';
import { type PolicyGroup, policyGroups } from '@xuanpai/domain/policy/keys';
import { useMemo } from 'react';
import { useGradually } from '../../lib/gradually.ts';
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

/** Rows that are drawn in one task; of the first the fields are made at once. */
const rowsAtOnce = 20;

/** A table for each group; what isn't sought is left out. */
export function ParameterGroups({ sought, ...props }: ParameterGroupsProps) {
  const text = useText();
  const drawn = useGradually(props.items.length, rowsAtOnce);
  const found = useMemo(
    () =>
      policyGroups
        .flatMap((group) => props.items.filter((item) => item.group === group))
        .filter(({ label }) => searchKey(label).includes(searchKey(sought))),
    [props.items, sought],
  );
  if (found.length === 0) return <Empty title={text.ui.emptyFiltered} />;
  return policyGroups.map((group) => {
    const own = found.slice(0, drawn).filter((item) => item.group === group);
    if (own.length === 0) return null;
    return (
      <ParameterGroup
        key={group}
        {...props}
        group={group}
        items={own}
        first={found[0]?.group === group}
      />
    );
  });
}

interface ParameterGroupProps extends Omit<ParameterGroupsProps, 'sought'> {
  group: PolicyGroup;
  /** The first that is shown. */
  first: boolean;
}

/** How high a group is before it is laid out, so that the next one stands below it. */
const heightOf = (rows: number) => ({ containIntrinsicHeight: `auto ${75 + rows * 33}px` });

function ParameterGroup(props: ParameterGroupProps) {
  const words = useText().policy;
  const { group, items } = props;
  return (
    <section id={idOfGroup(group)} className={styles.group} style={heightOf(items.length)}>
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
          {items.map((parameter, at) => (
            <ParameterRow
              key={parameter.key}
              first={props.first && at < 8}
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
}
