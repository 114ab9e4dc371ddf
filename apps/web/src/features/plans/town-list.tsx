import type { PlanWish, PlanWishes } from '@xuanpai/contracts/plan-wishes';
import { formatNumber } from '../../lib/format.ts';
import { useGo } from '../../lib/links.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { Mark } from '../../ui/mark.tsx';
import type { Board, Show } from './board-model.ts';
import styles from './town-list.module.css';
import type { BoardState } from './use-board-state.ts';

interface TownListProps {
  board: Board;
  state: BoardState;
  wishes: PlanWishes | undefined;
}

/** Townships with filled/total down the left, then what the whole plan has to be looked at for. */
export function TownList({ board, state, wishes }: TownListProps) {
  const text = useText().plans;
  const go = useGo();
  const { plan, towns } = board;
  const pinned = plan.places.filter((place) => place.pinned).length;
  const vacant = plan.places.length - plan.filled;
  const everywhere = state.town === null && state.show === null;
  return (
    <nav className={styles.list} aria-label={text.towns}>
      <p className={styles.head}>
        <span>{text.towns}</span>
        <span>{text.filledOfPlaces}</span>
      </p>
      <ul>
        {towns.map(({ id, name, filled, places }) => (
          <Line
            key={id}
            current={state.town === id && state.show === null}
            onChoose={() => state.setTown(id)}
            name={name}
            count={`${filled}/${places}`}
            mark={filled === places ? 'full' : 'short'}
          />
        ))}
        <Line
          strong
          current={everywhere}
          onChoose={() => state.setTown(null)}
          name={text.district}
          count={`${plan.filled}/${plan.places.length}`}
        />
      </ul>
      <ul className={styles.rest}>
        {show('vacant', text.vacant, vacant)}
        {show('pinned', text.pinned, pinned)}
        <Line
          current={false}
          onChoose={() => go(linkTo.planWishes(plan.id))}
          name={text.banned}
          count={formatNumber(bansIn(wishes?.items ?? []))}
        />
        {show('warned', text.warned, board.warnings.length)}
      </ul>
    </nav>
  );

  function show(which: Show, name: string, count: number) {
    return (
      <Line
        current={state.show === which}
        onChoose={() => state.setShow(which)}
        name={name}
        count={formatNumber(count)}
      />
    );
  }
}

/** Bans in force, of people and of units. */
function bansIn(items: readonly PlanWish[]): number {
  return items.filter(({ kind, state }) => kind.startsWith('ban') && state === 'inForce').length;
}

interface LineProps {
  name: string;
  count: string;
  current: boolean;
  onChoose: () => void;
  strong?: boolean;
  mark?: 'full' | 'short';
}

function Line({ name, count, current, onChoose, strong = false, mark }: LineProps) {
  return (
    <li>
      <button
        type="button"
        className={styles.line}
        data-strong={strong}
        aria-current={current ? 'true' : undefined}
        onClick={onChoose}
      >
        <span className={styles.name}>{name}</span>
        {mark === 'full' && <Mark shape="check" tone="green" size={10} />}
        {mark === 'short' && <Mark shape="circle" tone="amber" size={10} />}
        <span>{count}</span>
      </button>
    </li>
  );
}
