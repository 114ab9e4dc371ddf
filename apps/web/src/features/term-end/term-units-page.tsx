import { useQuery } from '@tanstack/react-query';
import { exportTermReport } from '@xuanpai/contracts/batch-closing';
import type { Batch } from '@xuanpai/contracts/batches';
import { unitOutcomeWords } from '@xuanpai/contracts/term-ends';
import type { TermUnit } from '@xuanpai/contracts/term-units';
import { useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { ExportButton } from '../../ui/export-button.tsx';
import { Page } from '../../ui/page.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import { Empty } from '../../ui/table-states.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { WithBatch } from '../../ui/with-batch.tsx';
import { Closing } from './closing.tsx';
import { closingQuery, termUnitListQuery } from './queries.ts';
import { SeveralUnits } from './several-units.tsx';
import styles from './term-end.module.css';
import { DecisionState, reachedOf } from './term-words.tsx';
import { UnitPanel } from './unit-panel.tsx';

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
      layout="fill"
      primary={<SeveralUnits batchId={batch.id} units={items} />}
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
          {items.length === 0 ? (
            <Empty title={text.unitsNone} note={text.unitsNoneNote} />
          ) : (
            <Units items={items} onOpen={setRow} />
          )}
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
          width: 170,
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
          cell: ({ targets }) => reachedOf(targets),
        },
        {
          key: 'suggested',
          title: text.suggested,
          width: 110,
          cell: ({ suggested }) => word(unitOutcomeWords[suggested]),
        },
        {
          key: 'state',
          title: text.state,
          width: 170,
          phone: 'side',
          cell: ({ decision, due, stepsBack }) => (
            <DecisionState words={unitOutcomeWords} {...{ decision, due, stepsBack }} />
          ),
        },
      ]}
    />
  );
}
