import { tierWords } from '@xuanpai/contracts/words';
import { formatNumber } from '../../lib/format.ts';
import { useIsPhone } from '../../lib/media.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { Empty } from '../../ui/table-states.tsx';
import { type Board, type BoardVillage, groupsOf, villagesShown } from './board-model.ts';
import { isComplete } from './plan-words.ts';
import type { BoardState } from './use-board-state.ts';
import type { DragPeople } from './use-drag-people.ts';
import { useGridKeys } from './use-grid-keys.ts';
import styles from './village-grid.module.css';
import { VillageLine } from './village-line.tsx';

interface VillageGridProps {
  board: Board;
  state: BoardState;
  /** Where the chosen candidate sits: framed as the other side of an exchange. */
  otherPlaceId: string | null;
  drag: DragPeople;
}

/** Each village one line, by tier: who leads, who is deputy, points and marks. Arrow keys move. */
export function VillageGrid({ board, state, otherPlaceId, drag }: VillageGridProps) {
  const text = useText().plans;
  const phone = useIsPhone();
  const groups = groupsOf(villagesShown(board, state.town, state.show));
  const onKeyDown = useGridKeys(groups, state);
  const townOf = new Map(board.towns.map(({ id, name }) => [id, name]));
  const first = groups[0]?.villages[0]?.lead?.id ?? null;
  if (groups.length === 0) return <Empty title={text.nothingHere} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: places are moved between with arrows
    <table role="grid" className={styles.grid} onKeyDown={onKeyDown}>
      <caption className="visually-hidden">{text.documentTitle}</caption>
      <thead>
        <tr className={styles.head}>
          <th scope="col" className={styles.village}>
            {text.village}
          </th>
          <th scope="col" className={styles.kind}>
            {text.kind}
          </th>
          <th scope="col">{text.lead}</th>
          <th scope="col">{text.deputy}</th>
          <th scope="col" className={styles.score}>
            {text.villageScore}
          </th>
          <th scope="col" className={styles.marks}>
            <span className="visually-hidden">{text.marks}</span>
          </th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.key}>
          <tr className={styles.group}>
            <th scope="rowgroup" colSpan={phone ? 3 : 4}>
              {state.town === null && `${townOf.get(group.townshipId) ?? ''} · `}
              {text.tierGroup(word(tierWords[group.tier]), group.villages.length, group.places)}
            </th>
            <td className={styles.score}>{sumText(group.villages)}</td>
            <td />
          </tr>
          {group.villages.map((village) => (
            <VillageLine
              key={village.villageId}
              village={village}
              lead={board.cadre(village.lead?.cadreId)}
              deputy={board.cadre(village.deputy?.cadreId)}
              chosen={ofVillage(village, state.placeId)}
              other={ofVillage(village, otherPlaceId)}
              entry={state.placeId === null && village.lead?.id === first}
              onChoose={state.choosePlace}
              drag={drag}
              over={ofVillage(village, drag.over)}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** Of villages where nobody is missing. */
function sumText(villages: readonly BoardVillage[]): string {
  const complete = villages.filter(isComplete);
  if (complete.length === 0) return '–';
  return formatNumber(
    complete.reduce((sum, { score }) => sum + score, 0),
    1,
  );
}

/** The place, where it is one of the village's: lines of other villages need not be drawn anew. */
function ofVillage({ lead, deputy }: BoardVillage, placeId: string | null) {
  return placeId !== null && (lead?.id === placeId || deputy?.id === placeId) ? placeId : null;
}
