import { useQuery } from '@tanstack/react-query';
import { makesLetters } from '@xuanpai/contracts/letter-kinds';
import type { LetterSubject, MissingValue } from '@xuanpai/contracts/letters';
import { Input } from 'antd';
import { useCan } from '../../lib/can.tsx';
import { useStore } from '../../lib/store.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo, paths } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { Link } from '../../ui/link.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { Failed } from '../../ui/table-states.tsx';
import { DocxView } from './docx-view.tsx';
import styles from './letters.module.css';
import { type LettersOf, previewQuery } from './queries.ts';
import type { LetterActs } from './use-letter-acts.ts';

interface LetterPanelProps {
  batchId: string;
  of: LettersOf;
  subject: LetterSubject;
  date: string;
  acts: LetterActs;
  onClose: () => void;
}

/** One letter beside the list: what it lacks, how it will look, and what can be done with it. */
export function LetterPanel(props: LetterPanelProps) {
  const { subject, of, batchId, acts } = props;
  const { busy } = useStore(acts.state);
  const text = useText().letters;
  const mayPreview = useCan('letters.preview');
  const mayWrite = useCan(makesLetters(of.kind));
  const { letter, closedTo } = subject;
  if (closedTo) {
    return (
      <SidePanel title={subject.name} note={subject.note} width={560} onClose={props.onClose}>
        <PanelPart>
          <p className={styles.note}>{word(closedTo)}</p>
        </PanelPart>
      </SidePanel>
    );
  }
  return (
    <SidePanel title={subject.name} note={subject.note} width={560} onClose={props.onClose}>
      {subject.missing.length > 0 && (
        <PanelPart title={text.missingTitle}>
          <ul className={styles.list}>
            {subject.missing.map((one) => (
              <li key={`${one.tag} ${one.whose}`} className={styles.line}>
                <span className={styles.grow}>{one.message}</span>
                <Remedy missing={one} />
              </li>
            ))}
          </ul>
        </PanelPart>
      )}
      {letter && (
        <PanelPart title={text.numberOf(letter.year, letter.number)}>
          <div className={styles.acts}>
            <ActButton
              icon="download"
              reads
              busy={busy}
              onClick={() => void acts.take('docx', [subject.subjectId])}
            >
              {text.downloadOne}
            </ActButton>
            {mayWrite && (
              <ActButton kind="danger" onClick={() => void askToVoid(letter)}>
                {text.voidIt}
              </ActButton>
            )}
          </div>
        </PanelPart>
      )}
      {mayPreview && <Preview batchId={batchId} of={of} subject={subject} date={props.date} />}
    </SidePanel>
  );

  function askToVoid({ id, version, year, number }: NonNullable<LetterSubject['letter']>) {
    const named = text.numberOf(year, number);
    let reason = '';
    return confirm({
      title: text.voidTitle(named),
      body: (
        <>
          <p>{text.voidBody}</p>
          <Input
            aria-label={text.voidReason}
            placeholder={text.voidReason}
            maxLength={200}
            onChange={(event) => {
              reason = event.target.value;
            }}
          />
        </>
      ),
      act: text.voidIt,
      danger: true,
      run: async () => {
        await acts.voidOne(id, version, reason);
        showDone(text.voided(named));
      },
    });
  }
}

function Remedy({ missing: { source, sourceId, remedy } }: { missing: MissingValue }) {
  const text = useText().letters;
  if (source === 'cadre' && sourceId) return <Link to={linkTo.cadre(sourceId)}>{text.fill}</Link>;
  if (source === 'unit' && sourceId) return <Link to={linkTo.unit(sourceId)}>{text.fill}</Link>;
  if (source === 'township') return <Link to={paths.units}>{text.fill}</Link>;
  return <span className={styles.note}>{remedy}</span>;
}

function Preview({ batchId, of, subject, date }: Omit<LetterPanelProps, 'acts' | 'onClose'>) {
  const text = useText().letters;
  const query = useQuery(previewQuery(batchId, of, subject.subjectId, date));
  return (
    <PanelPart title={text.preview}>
      <p className={styles.note}>{subject.letter ? text.previewAsMade : text.previewDraft}</p>
      {query.isPending && <p role="status">{text.previewing}</p>}
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <DocxView label={text.preview} drawing={text.previewing} file={query.data} />}
    </PanelPart>
  );
}
