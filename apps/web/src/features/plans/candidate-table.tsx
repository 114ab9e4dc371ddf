import type { Candidate } from '@xuanpai/contracts/plan-moves';
import { type KeyboardEvent, useEffect } from 'react';
import { formatChange } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import { Empty } from '../../ui/table-states.tsx';
import type { Board } from './board-model.ts';
import { takeFocusIfWanted } from './candidate-focus.ts';
import styles from './candidate-table.module.css';
import { effectText } from './candidate-words.ts';

interface CandidateTableProps {
  board: Board;
  items: readonly Candidate[];
  holder: string | null;
  chosen: string | null;
  onChoose: (cadreId: string) => void;
  /** Enter on the chosen one, or a double click. */
  onAct: () => void;
  onBack: () => void;
}

/** Who could take the place, best first. Arrows choose, Enter acts, Esc goes back to the place. */
export function CandidateTable(props: CandidateTableProps) {
  const { board, items, chosen, onChoose } = props;
  const text = useText().place;
  useEffect(takeFocusIfWanted);
  if (items.length === 0) return <Empty title={text.nobody} />;
  const reachable = items.some(({ cadreId }) => cadreId === chosen) ? chosen : items[0]?.cadreId;

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const at = items.findIndex(({ cadreId }) => cadreId === reachable);
    const step = { ArrowUp: -1, ArrowDown: 1, PageUp: -7, PageDown: 7 }[event.key];
    if (step !== undefined) choose(Math.min(Math.max(at + step, 0), items.length - 1));
    else if (event.key === 'Home') choose(0);
    else if (event.key === 'End') choose(items.length - 1);
    else if (event.key === 'Enter' && reachable === chosen) props.onAct();
    else if (event.key === 'Enter' && reachable) onChoose(reachable);
    else if (event.key === 'Escape') props.onBack();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  function choose(at: number) {
    const next = items[at];
    if (!next) return;
    onChoose(next.cadreId);
    document.querySelector<HTMLElement>(`[data-candidate="${next.cadreId}"]`)?.focus();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the rows inside
    <div className={styles.scroll} data-candidates onKeyDown={onKeyDown}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.person}>
              {text.person}
            </th>
            <th scope="col">{text.unit}</th>
            <th scope="col" className={styles.effect}>
              {text.effect}
            </th>
            <th scope="col" className={styles.change}>
              {text.change}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((candidate) => {
            const cadre = board.cadre(candidate.cadreId);
            return (
              <tr
                key={candidate.cadreId}
                data-candidate={candidate.cadreId}
                tabIndex={candidate.cadreId === reachable ? 0 : -1}
                aria-current={candidate.cadreId === chosen ? 'true' : undefined}
                onClick={() => onChoose(candidate.cadreId)}
                onDoubleClick={props.onAct}
              >
                <th scope="row">{cadre?.name}</th>
                <td>{cadre?.unitName}</td>
                <td className={styles.effect}>{effectText(candidate, props.holder, text)}</td>
                <td className={styles.change}>{formatChange(candidate.change)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
