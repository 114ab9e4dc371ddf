import type { PlanContradiction } from '@xuanpai/contracts/plan-wishes';
import { useText } from '../../../locales/use-text.ts';
import { Mark } from '../../../ui/mark.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import styles from './place-wishes.module.css';

interface ContradictionsProps {
  items: readonly PlanContradiction[];
  /** Shows what a contradiction is about. */
  onOpen: (one: PlanContradiction) => void;
}

/** What no plan can keep together, each in a sentence that leads to the wishes it is about. */
export function Contradictions({ items, onOpen }: ContradictionsProps) {
  const text = useText().wishes;
  if (items.length === 0) return null;
  return (
    <section className={styles.contradictions} aria-label={text.contradictions(items.length)}>
      <strong>{text.contradictions(items.length)}</strong>
      <ul>
        {items.map((one) => (
          <li key={one.code + one.message}>
            <Mark shape="cross" tone="red" />
            <TextButton told className={styles.sentence} onClick={() => onOpen(one)}>
              {one.message}
            </TextButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
