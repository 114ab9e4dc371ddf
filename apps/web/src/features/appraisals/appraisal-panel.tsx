import { useQuery } from '@tanstack/react-query';
import type { AppraisalRow } from '@xuanpai/contracts/appraisals';
import { postWords } from '@xuanpai/contracts/words';
import { useRef } from 'react';
import { formatInstant, formatPeriod } from '../../lib/format.ts';
import { usePageKeys } from '../../lib/keys.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Link } from '../../ui/link.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { AppraisalActs } from './appraisal-acts.tsx';
import { AppraisalState } from './appraisal-state.tsx';
import styles from './appraisals.module.css';
import { ConfirmedValues } from './confirmed-values.tsx';
import { OpinionForm, type OpinionHandle } from './opinion-form.tsx';
import { appraisalEditionsQuery } from './queries.ts';

interface AppraisalPanelProps {
  row: AppraisalRow;
  batchId: string;
  /** 3/28. */
  place: string;
  onStep: (by: number) => void;
  onClose: () => void;
}

/** One opinion: written, read, acted on; Ctrl+↓ saves and goes on to the next person. */
export function AppraisalPanel({ row, batchId, place, onStep, onClose }: AppraisalPanelProps) {
  const text = useText().appraisals;
  const form = useRef<OpinionHandle>(null);
  usePageKeys([
    { keys: 'Ctrl+↓', does: text.keys.next },
    { keys: 'Ctrl+↑', does: text.keys.previous },
  ]);
  const { newest, acts } = row;
  async function go(by: number) {
    if (form.current && !(await form.current.save())) return;
    onStep(by);
  }
  return (
    <SidePanel
      title={row.cadreName}
      badge={<AppraisalState row={row} />}
      note={`${row.townshipName}${row.villageName}${text.comma}${word(postWords[row.post])}${text.comma}${row.unitName}`}
      extra={<Link to={linkTo.cadreAppraisals(row.cadreId)}>{text.openPage}</Link>}
      width={520}
      onClose={onClose}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields inside, told by ? */}
      <div
        onKeyDown={(event) => {
          if (!event.ctrlKey || !/^Arrow(Up|Down)$/.test(event.key)) return;
          event.preventDefault();
          void go(event.key === 'ArrowDown' ? 1 : -1);
        }}
      >
        <PanelPart title={formatPeriod(row.period)} note={text.inPost(row.from, row.to)}>
          {acts.includes('write') ? (
            <OpinionForm key={`${row.assignmentId} ${newest?.edition}`} row={row} handle={form} />
          ) : (
            <Opinion row={row} />
          )}
        </PanelPart>
        <ConfirmedValues row={row} batchId={batchId} />
        <AppraisalActs row={row} save={async () => (form.current ? form.current.save() : row)} />
        <Editions row={row} />
        <PanelPart>
          <div className={styles.steps}>
            <TextButton onClick={() => void go(-1)}>{text.previous}</TextButton>
            <span>{place}</span>
            <TextButton onClick={() => void go(1)}>{text.next}</TextButton>
          </div>
        </PanelPart>
      </div>
    </SidePanel>
  );
}

/** The words as they stand, or that there are none to be read. */
function Opinion({ row }: { row: AppraisalRow }) {
  const text = useText().appraisals;
  const { newest } = row;
  if (!newest) return <p className={styles.muted}>{text.unread[row.state]}</p>;
  return (
    <>
      <p className={styles.opinion}>{newest.opinion}</p>
      <DescriptionList
        items={[
          {
            term: text.writtenBy,
            value: `${newest.draftedByName} ${formatInstant(newest.draftedAt)}`,
          },
          {
            term: text.signedBy,
            value: [newest.signedByName, newest.signedOn].filter(Boolean).join(' '),
          },
          ...(newest.reason ? [{ term: text.correction, value: newest.reason }] : []),
        ]}
      />
    </>
  );
}

function Editions({ row: { newest } }: { row: AppraisalRow }) {
  const text = useText().appraisals;
  const several = newest !== null && newest.edition > 1;
  const query = useQuery({
    ...appraisalEditionsQuery(newest?.id ?? '', newest?.version ?? 0),
    enabled: several,
  });
  if (!several || !query.data) return null;
  const before = query.data.editions.filter(({ edition }) => edition < newest.edition);
  return (
    <PanelPart title={text.editions}>
      {before.map((one) => (
        <div key={one.id} className={styles.edition}>
          <span className={styles.muted}>
            {text.editionOf(one.edition, one.signedByName ?? '', one.signedOn ?? '')}
          </span>
          <p className={styles.opinion}>{one.opinion}</p>
        </div>
      ))}
    </PanelPart>
  );
}
