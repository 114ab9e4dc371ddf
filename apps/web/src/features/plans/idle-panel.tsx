import type { PlanWishes } from '@xuanpai/contracts/plan-wishes';
import { useGo } from '../../lib/links.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { Mark } from '../../ui/mark.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import type { Board, PlanCadre } from './board-model.ts';
import styles from './idle-panel.module.css';
import { originText } from './plan-words.ts';
import type { BoardState } from './use-board-state.ts';
import type { DragPeople } from './use-drag-people.ts';
import { Contradictions } from './wishes/contradictions.tsx';

interface IdlePanelProps {
  board: Board;
  state: BoardState;
  wishes: PlanWishes | undefined;
  drag: DragPeople;
}

/** With no place chosen: why places are empty, who is left over, what has to be looked at. */
export function IdlePanel({ board, state, wishes, drag }: IdlePanelProps) {
  const text = useText().place;
  const go = useGo();
  const { leftOver, plan, warnings } = board;
  const solved = plan.filled > 0;
  return (
    <SidePanel title={text.idleTitle} note={text.idleNote} width={412}>
      <Contradictions
        items={wishes?.contradictions ?? []}
        onOpen={({ wishIds }) => go(linkTo.planWishes(plan.id, { row: wishIds[0] ?? null }))}
      />
      {solved && plan.unfilled.length > 0 && (
        <PanelPart title={text.why}>
          <ul className={styles.list}>
            {plan.unfilled.map(({ tier, townshipId, message }) => (
              <li key={`${tier} ${townshipId}`}>{message}</li>
            ))}
          </ul>
        </PanelPart>
      )}
      {solved && (
        <PanelPart title={leftOver.length > 0 ? text.leftOver(leftOver.length) : text.leftOverNone}>
          <ul className={styles.list}>
            {leftOver.map((cadre) => (
              <LeftOver
                key={cadre.cadreId}
                cadre={cadre}
                drag={drag}
                onWhy={() => state.chooseCadre(cadre.cadreId)}
              />
            ))}
          </ul>
        </PanelPart>
      )}
      <PanelPart title={warnings.length > 0 ? text.findings(warnings.length) : text.findingsNone}>
        <ul className={styles.list}>
          {warnings.map(({ code, placeId, message }) => (
            <li key={code + message} className={styles.finding}>
              <Mark shape="warn" tone="amber" />
              <button type="button" onClick={() => state.goTo(placeId)}>
                {message}
              </button>
            </li>
          ))}
        </ul>
      </PanelPart>
    </SidePanel>
  );
}

interface LeftOverProps {
  cadre: PlanCadre;
  drag: DragPeople;
  /** Asks why they have no place. */
  onWhy: () => void;
}

function LeftOver({ cadre, drag, onWhy }: LeftOverProps) {
  const { place: text, plans } = useText();
  return (
    <li className={styles.person} {...(cadre.eligible ? drag.from(cadre.cadreId) : {})}>
      <TextButton told className={styles.name} onClick={onWhy}>
        {cadre.name}
      </TextButton>
      <span className={styles.origin}>{originText(cadre, plans)}</span>
      {cadre.eligible ? (
        <span>{text.mayBePlaced}</span>
      ) : (
        <Link to={linkTo.eligibility({ row: cadre.nominationId })}>{text.setAside}</Link>
      )}
    </li>
  );
}
