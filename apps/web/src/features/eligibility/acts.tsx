import type { Batch } from '@xuanpai/contracts/batches';
import type { Nomination } from '@xuanpai/contracts/nominations';
import { type WayOut, waysOut } from '@xuanpai/domain/ways-out';
import { useText } from '../../locales/use-text.ts';
import { PanelPart } from '../../ui/side-panel.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { AcceptForm } from './accept-form.tsx';
import { ConfirmForm } from './confirm-form.tsx';
import { CorrectForm } from './correct-form.tsx';
import styles from './eligibility.module.css';
import { ReplaceForm } from './replace-form.tsx';
import { useAllowedWays } from './use-allowed-ways.ts';
import type { Chosen } from './use-chosen.ts';

export interface ActProps {
  batch: Batch;
  nomination: Nomination;
  chosen: Chosen;
}

/** What can be done: the ways out of the judgement, of which the person's roles allow some. */
export function Acts(props: ActProps) {
  const text = useText().eligibility;
  const ways = useWays(props.nomination);
  const [first] = ways;
  if (first === undefined) return null;
  const chosen = props.chosen.act;
  const way = chosen !== null && ways.includes(chosen) ? chosen : first;
  return (
    <PanelPart>
      <div className={styles.tabs}>
        <Tabs
          label={text.ways}
          items={ways.map((value) => ({ value, label: text.wayNames[value] }))}
          value={way}
          onChange={props.chosen.choose}
          lined
        />
      </div>
      <Act way={way} {...props} />
    </PanelPart>
  );
}

function Act({ way, ...props }: ActProps & { way: WayOut }) {
  switch (way) {
    case 'correct':
      return <CorrectForm {...props} />;
    case 'replace':
      return <ReplaceForm {...props} />;
    case 'accept':
      return <AcceptForm {...props} />;
    case 'confirm':
      return <ConfirmForm {...props} />;
  }
}

function useWays({ judgement, findings }: Nomination): WayOut[] {
  const allowed = useAllowedWays();
  return waysOut(judgement, findings).filter((way) => allowed[way]);
}
