import type { Alternative } from '@xuanpai/contracts/plan-explanation';
import { formatChange } from '../../../lib/format.ts';
import { useUrlValue } from '../../../lib/url-state.ts';
import { useText } from '../../../locales/use-text.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import type { Board } from '../board-model.ts';
import type { BoardActs } from '../use-board-acts.ts';
import { AlternativePreview } from './alternative-preview.tsx';
import styles from './explanation.module.css';

/** An alternative with its words: who would come, what the button says. */
export interface Choice {
  key: string;
  /** The village that `here` is about. */
  villageId: string;
  label: string;
  act: string;
  alternative: Alternative;
}

interface AlternativeListProps {
  board: Board;
  choices: readonly Choice[];
  acts: BoardActs;
}

/** Other choices, the best first; the open one shows all it would change, and the button does it. */
export function AlternativeList({ board, choices, acts }: AlternativeListProps) {
  const text = useText().explanation;
  const [picked, pick] = useUrlValue('pick');
  if (choices.length === 0) return <p className={styles.quiet}>{text.noOthers}</p>;
  return (
    <ul className={styles.choices}>
      {choices.map(({ key, villageId, label, act, alternative }) => {
        const open = key === picked;
        return (
          <li key={key}>
            <button
              type="button"
              className={styles.choice}
              aria-expanded={open}
              onClick={() => pick(open ? null : key)}
            >
              <span className={styles.who}>{label}</span>
              <span className={styles.moved}>{text.moved(alternative.travels.length)}</span>
              <span className={styles.change}>{formatChange(alternative.change)}</span>
            </button>
            {open && (
              <>
                <AlternativePreview board={board} villageId={villageId} alternative={alternative} />
                <p className={styles.act}>
                  <ActButton
                    busy={acts.busy}
                    blocked={acts.blocked}
                    onClick={() =>
                      void acts
                        .move(alternative.moves, (change) => text.done(label, change))
                        .then(() => pick(null))
                    }
                  >
                    {act}
                  </ActButton>
                </p>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
