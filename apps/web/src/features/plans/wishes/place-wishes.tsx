import type { PlanWish, PlanWishes } from '@xuanpai/contracts/plan-wishes';
import { useText } from '../../../locales/use-text.ts';
import { linkTo } from '../../../paths.ts';
import { Link } from '../../../ui/link.tsx';
import { PanelPart } from '../../../ui/side-panel.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import type { PlanPlace } from '../board-model.ts';
import type { BoardActs } from '../use-board-acts.ts';
import styles from './place-wishes.module.css';
import { WishLine } from './wish-line.tsx';
import { kinOfPlace, wishesOfPlace } from './wishes-of-place.ts';

interface PlaceWishesProps {
  planId: string;
  place: PlanPlace;
  wishes: PlanWishes | undefined;
  acts: BoardActs;
}

/** What was asked about the chosen place and whoever holds it, with why and by whom. */
export function PlaceWishes({ planId, place, wishes, acts }: PlaceWishesProps) {
  const text = useText().wishes;
  const about = wishesOfPlace(wishes?.items ?? [], place);
  const kin = kinOfPlace(wishes?.relatives ?? [], place);
  if (about.length + kin.length === 0) return null;
  return (
    <PanelPart title={text.ofPlace} note={<Link to={linkTo.planWishes(planId)}>{text.all}</Link>}>
      <ul className={styles.list}>
        {about.map((wish) => (
          <li key={wish.id}>
            <WishLine wish={wish} />
            {removal(wish)}
          </li>
        ))}
        {kin.map(({ id, text: words, declaredByName }) => (
          <li key={id}>
            <span className={styles.words}>
              {words}
              <span className={styles.about}>{text.declaredBy(declaredByName)}</span>
            </span>
          </li>
        ))}
      </ul>
    </PanelPart>
  );

  function removal(wish: PlanWish) {
    if (acts.blocked !== null) return null;
    return (
      <TextButton onClick={() => void acts.removeWish(wish)} aria-label={text.removeOf(wish.text)}>
        {wish.kind === 'pin' ? text.unpin : text.remove}
      </TextButton>
    );
  }
}
