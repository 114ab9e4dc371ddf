import type { Reason } from '@xuanpai/contracts/plan-explanation';
import type { Basis } from '@xuanpai/contracts/problems';
import { basisText } from '../../../lib/basis.ts';
import { useText } from '../../../locales/use-text.ts';
import { isSame } from './common-basis.ts';
import styles from './explanation.module.css';

interface ReasonsProps {
  items: readonly Reason[];
  /** Said once for all of them elsewhere. */
  shared?: Basis | null;
}

/** Sentences, each with what it stands on where that isn't said for all. */
export function Reasons({ items, shared = null }: ReasonsProps) {
  return (
    <ul className={styles.reasons}>
      {items.map(({ text, basis }) => (
        <li key={text}>
          {text}
          <BasisNote basis={basis} shared={shared} />
        </li>
      ))}
    </ul>
  );
}

/** The clause, reading or preference behind a sentence. */
export function BasisNote({ basis, shared }: { basis: Basis | null; shared: Basis | null }) {
  const { problems } = useText();
  if (basis === null || isSame(basis, shared)) return null;
  return <span className={styles.basis}>{basisText(basis, problems)}</span>;
}
