import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type BatchClosing, closeBatch, exportTermReport } from '@xuanpai/contracts/batch-closing';
import type { Batch } from '@xuanpai/contracts/batches';
import type { Basis } from '@xuanpai/contracts/problems';
import {
  decideUnitEnd,
  proposeUnitEnd,
  type TermUnit,
  termOutcomeWords,
} from '@xuanpai/contracts/term-ends';
import type { Word } from '@xuanpai/contracts/words';
import { keptFromText } from '@xuanpai/domain/evaluation/stepping-back';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { basisText } from '../../lib/basis.ts';
import { useCan } from '../../lib/can.tsx';
import { showDone } from '../../lib/undo.ts';
import { useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo, paths } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { ActDialog, TextField } from '../../ui/act-dialog.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { WithBatch } from '../../ui/with-batch.tsx';
import { DecideForm } from './decide-form.tsx';
import { ProposeForm } from './propose-form.tsx';
import { closingQuery, forgetTermEnds, termUnitListQuery } from './queries.ts';
import styles from './term-end.module.css';
import { Decided } from './term-end-panel.tsx';
import { DecisionState } from './term-words.tsx';

/** The sending units at the end of the term, and the batch's closing. */
export function TermUnitsPage() {
  return <WithBatch>{(batch) => <OfBatch batch={batch} />}</WithBatch>;
}

function OfBatch({ batch }: { batch: Batch }) {
  const { termEnds: text, shell } = useText();
  const units = useQuery(termUnitListQuery(batch.id));
  const closing = useQuery(closingQuery(batch.id));
  const [row, setRow] = useUrlValue('row');
  if (!units.data || !closing.data) {
    const again = () => void Promise.all([units.refetch(), closing.refetch()]);
    return <UnreadPage error={units.error ?? closing.error} onRetry={again} />;
  }
  const { items } = units.data;
  const decided = items.filter(({ decision }) => decision?.state === 'decided').length;
  const chosen = items.find(({ unitId }) => unitId === row);
  return (
    <Page
      title={text.unitsAnswer(items.length, decided)}
      documentTitle={shell.tabs.termUnits}
      note={text.unitsNote}
      lined
      secondary={
        <ExportButton
          endpoint={exportTermReport}
          parts={{ params: { id: batch.id } }}
          label={text.report}
        />
      }
    >
      <div className={styles.stack}>
        <Section title={text.closing}>
          <Closing batch={batch} closing={closing.data} />
        </Section>
        <Section title={text.unitList}>
          <Units items={items} onOpen={setRow} />
        </Section>
      </div>
      {chosen && (
        <UnitPanel key={chosen.unitId} unit={chosen} batch={batch} onClose={() => setRow(null)} />
      )}
    </Page>
  );
}

function Units({ items, onOpen }: { items: TermUnit[]; onOpen: (id: string) => void }) {
  const text = useText().termEnds;
  return (
    <PlainTable
      label={text.unitList}
      rowHeight={32}
      rows={items}
      rowKey={({ unitId }) => unitId}
      columns={[
        {
          key: 'name',
          title: text.unit,
          width: 240,
          phone: 'title',
          cell: ({ unitId, unitName }) => (
            <TextButton told onClick={() => onOpen(unitId)}>
              {unitName}
            </TextButton>
          ),
        },
        {
          key: 'people',
          title: text.people,
          phone: 'note',
          cell: ({ people, commended, staying, undecided }) =>
            text.peopleOf(people, commended, staying, undecided),
        },
        {
          key: 'targets',
          title: text.targets,
          width: 90,
          align: 'end',
          cell: ({ targets }) => `${targets.reached}/${targets.all}`,
        },
        {
          key: 'suggested',
          title: text.suggested,
          width: 110,
          cell: ({ suggested }) => word(termOutcomeWords[suggested]),
        },
        {
          key: 'state',
          title: text.state,
          width: 170,
          phone: 'side',
          cell: ({ decision, due, stepsBack }) => (
            <DecisionState decision={decision} due={due} stepsBack={stepsBack} />
          ),
        },
      ]}
    />
  );
}

interface UnitPanelProps {
  unit: TermUnit;
  batch: Batch;
  onClose: () => void;
}

function UnitPanel({ unit, batch, onClose }: UnitPanelProps) {
  const text = useText().termEnds;
  const { unitId, unitName, decision, acts } = unit;
  const params = { unitId };
  const batchId = batch.id;
  return (
    <SidePanel
      title={unitName}
      badge={<DecisionState decision={decision} due={unit.due} stepsBack={unit.stepsBack} />}
      note={text.peopleOf(unit.people, unit.commended, unit.staying, unit.undecided)}
      width={480}
      onClose={onClose}
    >
      {decision && (
        <PanelPart title={text.decision}>
          <Decided decision={decision} />
        </PanelPart>
      )}
      {unit.stepsBack && (
        <PanelPart>
          <p className={styles.quiet}>{word(keptFromText(unitName))}</p>
        </PanelPart>
      )}
      {acts.includes('propose') && (
        <PanelPart title={text.propose} note={text.proposeNote}>
          <ProposeForm
            key={decision?.id ?? ''}
            name={unitName}
            suggested={unit.suggested}
            needsDay={false}
            send={(body) => call(proposeUnitEnd, { params, body: { ...body, batchId } as never })}
          />
        </PanelPart>
      )}
      {acts.includes('decide') && decision && (
        <PanelPart title={text.decide}>
          <DecideForm
            key={decision.id}
            name={unitName}
            version={decision.version}
            send={(body) => call(decideUnitEnd, { params, body: { ...body, batchId } as never })}
          />
        </PanelPart>
      )}
    </SidePanel>
  );
}

function Closing({ batch, closing }: { batch: Batch; closing: BatchClosing }) {
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
  inPost: linkTo.termEnds({ outcomes: 'stay' }),
  roundsOpen: linkTo.rounds('term'),
  untold: linkTo.rounds('term'),
  noTermGrade: linkTo.rounds('term'),
  unsent: linkTo.rounds('term'),
  unfiled: linkTo.rounds('term'),
  unreceived: paths.gradeFeedback,
  memberships: linkTo.termEnds(),
  handovers: linkTo.termEnds(),
  accounts: paths.expenses,
};

function Said({ items }: { items: readonly (Word & { code: string; basis?: Basis })[] }) {
  const { problems, termEnds: text } = useText();
  return (
    <ul className={styles.list}>
      {items.map(({ basis, code, ...said }) => (
        <li key={said.zh}>
          {word(said)}
          {places[code] && (
            <span className={styles.basis}>
              <Link to={places[code]}>{text.goThere}</Link>
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
  const [open, setOpen] = useState(false);
  const [documentNumber, setDocument] = useState('');
  async function run() {
    const body = { documentNumber: documentNumber.trim(), version: closing.version };
    await call(closeBatch, { params: { id: batch.id }, body });
    await forgetTermEnds(client);
    showDone(text.closedBatch);
  }
  return (
    <>
      <ActButton
        kind="danger"
        blocked={closing.blockers.length > 0 ? text.blockers : null}
        onClick={() => setOpen(true)}
      >
        {text.closeBatch}
      </ActButton>
      {open && (
        <ActDialog
          title={text.closeTitle(batch.name)}
          body={text.closeBody}
          act={text.closeBatch}
          danger
          ready={documentNumber.trim().length > 1}
          run={run}
          onClose={() => setOpen(false)}
        >
          <TextField
            label={text.document}
            value={documentNumber}
            rows={1}
            most={80}
            onChange={setDocument}
          />
        </ActDialog>
      )}
    </>
  );
}
