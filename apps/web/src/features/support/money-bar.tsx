import { formatYuan } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import styles from './support.module.css';

interface MoneyBarProps {
  planned: string;
  received: string;
  /** The line below; left out where only what came in is told. */
  spent?: string;
}

/** What came in of what is planned, and below it what was spent. */
export function MoneyBar({ planned, received, spent }: MoneyBarProps) {
  const text = useText().support;
  const most = Math.max(Number(planned), Number(received), Number(spent ?? 0), 1);
  const width = (money: string) => `${(Number(money) / most) * 100}%`;
  const words = [
    `${text.planned} ${formatYuan(planned)}`,
    `${text.received} ${formatYuan(received)}`,
    ...(spent === undefined ? [] : [`${text.spent} ${formatYuan(spent)}`]),
  ].join(', ');
  return (
    <span className={styles.bar} role="img" aria-label={words} title={words}>
      <span style={{ width: width(received) }} />
      {spent !== undefined && <span className={styles.spent} style={{ width: width(spent) }} />}
    </span>
  );
}
