import type { Weighing } from '@xuanpai/contracts/plan-variants';
import type { WeightChanges } from '@xuanpai/contracts/plans';
import type { PolicyParameter } from '@xuanpai/contracts/policy';
import type { Json } from '@xuanpai/contracts/values';
import { formatChange, formatNumber } from '../../../lib/format.ts';
import { useText } from '../../../locales/use-text.ts';
import { WeightRow } from './weight-row.tsx';
import { isInMatch } from './weight-values.ts';
import styles from './weights.module.css';

interface WeightTableProps {
  weights: readonly PolicyParameter[];
  tried: WeightChanges;
  faulty: readonly string[];
  now: Weighing | null;
  after: Weighing | null;
  mayTry: boolean;
  /** What stands at the right. */
  beside: 'table' | 'form' | null;
  onTry: (parameter: PolicyParameter, value: Json) => void;
  onOpen: (key: string) => void;
}

/** What counts, line by line with its sum; then what a match is reckoned from. */
export function WeightTable(props: WeightTableProps) {
  const { weights, now, after } = props;
  const text = useText().whatIf;
  const groups = [
    { title: text.addedGroup, rows: weights.filter((one) => !isInMatch(one)) },
    { title: text.matchGroup, rows: weights.filter(isInMatch) },
  ];
  const of = (weighing: Weighing | null, key: string) =>
    weighing?.contributions.find((one) => one.key === key) ?? null;
  return (
    <table className={styles.table} data-beside={props.beside ?? undefined}>
      <caption className="visually-hidden">{text.weights}</caption>
      <thead className={styles.head}>
        <tr>
          <th scope="col">{text.weight}</th>
          <th scope="col" className={styles.basis}>
            {text.basis}
          </th>
          <th scope="col" className={styles.figure}>
            {text.policy}
          </th>
          <th scope="col" className={styles.field}>
            {text.tried}
          </th>
          <th scope="col" className={styles.figure}>
            {text.quantity}
          </th>
          <th scope="col" className={styles.figure}>
            {text.points}
          </th>
          <th scope="col" className={styles.figure}>
            {text.after}
          </th>
          <th scope="col" className={styles.figure}>
            {text.change}
          </th>
        </tr>
      </thead>
      {groups.map(({ title, rows }) => (
        <tbody key={title}>
          <tr className={styles.group}>
            <th scope="rowgroup" colSpan={8}>
              {title}
            </th>
          </tr>
          {rows.map((parameter) => (
            <WeightRow
              key={parameter.key}
              parameter={parameter}
              tried={props.tried[parameter.key]}
              faulty={props.faulty.includes(parameter.key)}
              now={of(now, parameter.key)}
              after={of(after, parameter.key)}
              mayTry={props.mayTry}
              onTry={(value) => props.onTry(parameter, value)}
              onOpen={() => props.onOpen(parameter.key)}
            />
          ))}
          {now && after && rows.some((one) => !isInMatch(one)) && (
            <tr className={styles.total}>
              <th scope="row">{text.total}</th>
              <td className={styles.basis} />
              <td />
              <td className={styles.field} />
              <td />
              <td className={styles.figure}>{formatNumber(now.score, 1)}</td>
              <td className={styles.figure}>{formatNumber(after.score, 1)}</td>
              <td className={styles.figure}>{formatChange(after.score - now.score)}</td>
            </tr>
          )}
        </tbody>
      ))}
    </table>
  );
}
