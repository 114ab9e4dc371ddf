import type { Coverage } from '@xuanpai/contracts/coverage';
import { useText } from '../../locales/use-text.ts';
import styles from './coverage.module.css';

interface LeadingBodyNoteProps {
  townships: Coverage['byTownship'];
  basis: string;
}

/** D4: whether each township has enough members of the leading body for its lagging villages. */
export function LeadingBodyNote({ townships, basis }: LeadingBodyNoteProps) {
  const text = useText().coverage;
  const short = townships.filter(({ lagging, leadingBody }) => leadingBody < lagging);
  return (
    <p className={styles.footnote}>
      {text.laggingRule(basis)}
      {short.length === 0
        ? text.leadingBodyEnough
        : text.leadingBodyShort(short.map(({ name }) => name))}
    </p>
  );
}
