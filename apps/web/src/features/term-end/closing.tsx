import { useQueryClient } from '@tanstack/react-query';
import { type BatchClosing, closeBatch } from '@xuanpai/contracts/batch-closing';
import type { Batch } from '@xuanpai/contracts/batches';
import type { Basis } from '@xuanpai/contracts/problems';
import type { Word } from '@xuanpai/contracts/words';
import { call } from '../../lib/api.ts';
import { basisText } from '../../lib/basis.ts';
import { useCan } from '../../lib/can.tsx';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo, paths } from '../../paths.ts';
import { WordedAct } from '../../ui/asked-act.tsx';
import { Link } from '../../ui/link.tsx';
import { forgetTermEnds } from './queries.ts';
import styles from './term-end.module.css';

/** The batch's closing: what is to be done before, what may come after, and the act. */
export function Closing({ batch, closing }: { batch: Batch; closing: BatchClosing }) {
  const text = useText().termEnds;
  const closes = useCan('termEnd.decide');
  const { closedOn, closedByName, documentNumber, blockers, notes } = closing;
  const late = notes.filter((note) => note.late);
  if (closedOn !== null) {
    return (
      <>
        <p>{text.closedBy(closedByName ?? '', closedOn, documentNumber ?? '')}</p>
        {late.length > 0 && (
          <>
            <p className={styles.quiet}>{text.lateAfter}</p>
            <Said items={late} />
          </>
        )}
      </>
    );
  }
  const lost = notes.filter((note) => !note.late);
  return (
    <>
      {blockers.length === 0 ? (
        <p>{text.ready}</p>
      ) : (
        <>
          <p className={styles.amber}>{text.blockers}</p>
          <Said items={blockers} />
        </>
      )}
      {lost.length > 0 && (
        <>
          <p className={styles.amber}>{text.notes}</p>
          <Said items={lost} />
        </>
      )}
      {late.length > 0 && (
        <>
          <p className={styles.quiet}>{text.lateBefore}</p>
          <Said items={late} />
        </>
      )}
      {closes && <CloseBatch batch={batch} closing={closing} />}
    </>
  );
}

/** Where each of them is done. */
const places: Readonly<Record<string, string>> = {
  undecided: linkTo.termEnds({ state: 'open' }),
  inPost: linkTo.termEnds(),
  noTermGrade: linkTo.rounds('term'),
  unreceived: paths.gradeFeedback,
  ends: paths.warnings,
  memberships: linkTo.assignments({ missing: 'return' }),
  handovers: linkTo.termEnds({ handover: 'open' }),
  months: linkTo.attendanceDistrict(),
  accounts: paths.expenses,
};

type SaidItem = Word & Pick<BatchClosing['notes'][number], 'code' | 'round'> & { basis?: Basis };

function Said({ items }: { items: readonly SaidItem[] }) {
  const { problems, termEnds: text } = useText();
  return (
    <ul className={styles.list}>
      {items.map(({ basis, code, round, ...said }) => (
        <li key={said.zh}>
          {word(said)}
          {(round || places[code]) && (
            <span className={styles.basis}>
              <Link to={round ? linkTo.rounds(round) : (places[code] ?? '')}>{text.goThere}</Link>
            </span>
          )}
          {basis && <span className={styles.basis}>{basisText(basis, problems)}</span>}
        </li>
      ))}
    </ul>
  );
}

function CloseBatch({ batch, closing }: { batch: Batch; closing: BatchClosing }) {
  const text = useText().termEnds;
  const client = useQueryClient();
  return (
    <WordedAct
      act={text.closeBatch}
      title={text.closeTitle(batch.name)}
      body={text.closeBody}
      kind="danger"
      blocked={closing.blockers.length > 0 ? text.blockers : null}
      field={{ label: text.document, rows: 1, most: 80 }}
      run={async (documentNumber) => {
        const body = { documentNumber, version: closing.version };
        await call(closeBatch, { params: { id: batch.id }, body });
        await forgetTermEnds(client);
        showDone(text.closedBatch);
      }}
    />
  );
}
