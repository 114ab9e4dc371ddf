import type { PlanWish } from '@xuanpai/contracts/plan-wishes';
import { formatInstantDay } from '../../../lib/format.ts';
import { useText } from '../../../locales/use-text.ts';
import { Mark } from '../../../ui/mark.tsx';
import styles from './place-wishes.module.css';

/** A wish in a line, and below who set it, when, why and until when. */
export function WishLine({ wish }: { wish: PlanWish }) {
  const text = useText().wishes;
  const end = wish.endsOn ? text.until(wish.endsOn) : '';
  return (
    <span className={styles.words}>
      {wish.kept === false && (
        <span title={text.notKept}>
          <Mark shape="warn" tone="amber" />
          <span className="visually-hidden">{text.notKept}</span>
        </span>
      )}
      {wish.text}
      <span className={styles.about}>
        {wish.reason} · {wish.setByName} {formatInstantDay(wish.createdAt)} {end}
      </span>
    </span>
  );
}
