import { Tooltip } from 'antd';
import { memo } from 'react';
import { useText } from '../../locales/use-text.ts';
import { Mark } from '../../ui/mark.tsx';
import type { BoardVillage, PlanCadre, PlanPlace } from './board-model.ts';
import { kindsText, originText, partsText, postText, scoreText } from './plan-words.ts';
import type { DragPeople } from './use-drag-people.ts';
import styles from './village-grid.module.css';

interface VillageLineProps {
  village: BoardVillage;
  lead: PlanCadre | null;
  deputy: PlanCadre | null;
  /** The chosen place, where it is in this village. */
  chosen: string | null;
  other: string | null;
  /** Tab comes in here while nothing is chosen. */
  entry: boolean;
  onChoose: (placeId: string) => void;
  drag: DragPeople;
  /** The place that a person is held over. */
  over: string | null;
}

export const VillageLine = memo(function VillageLine(props: VillageLineProps) {
  const { village, chosen, other, onChoose } = props;
  const text = useText().plans;
  const cell = (place: PlanPlace | null, cadre: PlanCadre | null) => (
    <PlaceCell
      village={village.name}
      place={place}
      cadre={cadre}
      chosen={place !== null && place.id === chosen}
      other={place !== null && place.id === other}
      entry={props.entry && place?.id === village.lead?.id}
      onChoose={onChoose}
      drag={props.drag}
      over={place !== null && place.id === props.over}
    />
  );
  return (
    <tr className={styles.line}>
      <th scope="row" className={styles.name} title={village.name}>
        {village.name}
      </th>
      <td className={styles.kinds} title={kindsText(village, text)}>
        {kindsText(village, text)}
      </td>
      {cell(village.lead, props.lead)}
      {cell(village.deputy, props.deputy)}
      <td className={styles.score}>
        <Tooltip title={partsText(village, text)}>
          <span>{scoreText(village)}</span>
        </Tooltip>
      </td>
      <td className={styles.marks}>
        <Marks village={village} />
      </td>
    </tr>
  );
});

interface PlaceCellProps {
  village: string;
  place: PlanPlace | null;
  cadre: PlanCadre | null;
  chosen: boolean;
  other: boolean;
  entry: boolean;
  onChoose: (placeId: string) => void;
  drag: DragPeople;
  over: boolean;
}

function PlaceCell(props: PlaceCellProps) {
  const { village, place, cadre, chosen, other, entry, onChoose, drag, over } = props;
  const text = useText().plans;
  if (!place) return <td className={styles.none}>{text.none}</td>;
  const words = cadre ? `${cadre.name} ${originText(cadre, text)}` : text.emptyPlace;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid
      role="gridcell"
      className={styles.place}
      data-place={place.id}
      data-other={other}
      data-over={over}
      {...(cadre && !place.pinned ? drag.from(cadre.cadreId) : {})}
      {...drag.onto(place.id)}
      aria-selected={chosen}
      aria-label={`${text.placeOf(village, postText(place))}: ${words}`}
      title={words}
      tabIndex={chosen || entry ? 0 : -1}
      onClick={() => onChoose(place.id)}
    >
      {cadre ? (
        <>
          <span className={styles.person}>{cadre.name}</span>{' '}
          <span className={styles.origin}>{originText(cadre, text)}</span>
        </>
      ) : (
        <span className={styles.vacant}>
          <Mark shape="circle" tone="amber" size={10} />
          {place.emptyReason ?? text.emptyPlace}
        </span>
      )}
    </td>
  );
}

/** A shape for each, in words on hover and for screen readers. */
function Marks({ village }: { village: BoardVillage }) {
  const text = useText().plans;
  const pinned = village.lead?.pinned || village.deputy?.pinned;
  const told = village.findings.filter(({ code }) => !code.endsWith('Missing'));
  const blocks = told.some(({ weight }) => weight === 'blocks');
  return (
    <>
      {pinned && (
        <span title={text.pinned}>
          <Mark shape="pin" tone="ink" />
          <span className="visually-hidden">{text.pinned}</span>
        </span>
      )}
      {told.length > 0 && (
        <Tooltip title={told.map(({ message }) => message).join(' ')}>
          <span>
            <Mark shape={blocks ? 'cross' : 'warn'} tone={blocks ? 'red' : 'amber'} />
            <span className="visually-hidden">{told.map(({ message }) => message).join(' ')}</span>
          </span>
        </Tooltip>
      )}
    </>
  );
}
