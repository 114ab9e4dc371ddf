import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import { type TermEnd, unitOutcomeWords } from '@xuanpai/contracts/term-ends';
import { decideUnitEnd, proposeUnitEnd, type TermUnit } from '@xuanpai/contracts/term-units';
import { keptFromText } from '@xuanpai/domain/evaluation/stepping-back';
import { call } from '../../lib/api.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Link } from '../../ui/link.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { DecideForm } from './decide-form.tsx';
import { ProposeForm } from './propose-form.tsx';
import { termEndListQuery } from './queries.ts';
import styles from './term-end.module.css';
import { Decided } from './term-end-panel.tsx';
import { DecisionState, gradesOf, reachedOf } from './term-words.tsx';

interface UnitPanelProps {
  unit: TermUnit;
  batch: Batch;
  onClose: () => void;
}

/** A sending unit at the end of the term: what its people reached, who they are, and what is decided. */
export function UnitPanel({ unit, batch, onClose }: UnitPanelProps) {
  const text = useText().termEnds;
  const { unitId, unitName, decision, acts } = unit;
  const params = { unitId };
  const batchId = batch.id;
  return (
    <SidePanel
      title={unitName}
      badge={
        <DecisionState
          words={unitOutcomeWords}
          decision={decision}
          due={unit.due}
          stepsBack={unit.stepsBack}
        />
      }
      note={text.peopleOf(unit.people, unit.commended, unit.staying, unit.undecided)}
      extra={<Link to={linkTo.unit(unitId)}>{text.toUnit}</Link>}
      width={480}
      onClose={onClose}
    >
      <PanelPart title={text.facts}>
        <Facts unit={unit} />
      </PanelPart>
      <PanelPart title={text.people}>
        <People batchId={batchId} unitId={unitId} />
      </PanelPart>
      {decision && (
        <PanelPart title={text.decision}>
          <Decided decision={decision} words={unitOutcomeWords} />
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
            words={unitOutcomeWords}
            key={decision?.id ?? ''}
            name={unitName}
            draft={`${batchId}.${unitId}`}
            suggested={unit.suggested}
            needsDay={false}
            send={(body) => call(proposeUnitEnd, { params, body: { ...body, batchId } })}
          />
        </PanelPart>
      )}
      {acts.includes('decide') && decision && (
        <PanelPart title={text.decide}>
          <DecideForm
            key={decision.id}
            name={unitName}
            version={decision.version}
            send={(body) => call(decideUnitEnd, { params, body: { ...body, batchId } })}
          />
        </PanelPart>
      )}
    </SidePanel>
  );
}

function Facts({ unit: { targets, findingsOpen, suggested } }: { unit: TermUnit }) {
  const text = useText().termEnds;
  return (
    <DescriptionList
      termWidth={132}
      items={[
        { term: text.targets, value: reachedOf(targets) },
        { term: text.missed, value: text.missedOf(targets.bindingMissed) },
        { term: text.findings, value: text.openFindings(findingsOpen) },
        { term: text.suggested, value: word(unitOutcomeWords[suggested]) },
      ]}
    />
  );
}

/** Each of the unit's people with the own decision, and the way to it. */
function People({ batchId, unitId }: { batchId: string; unitId: string }) {
  const text = useText().termEnds;
  const of = { batchId, unitIds: unitId, tiers: 'district' } as const;
  const { data, error, refetch } = useQuery(termEndListQuery({ ...of, pageSize: '200' }));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={2} />;
  return (
    <PlainTable
      label={text.people}
      headless
      rowHeight={26}
      rows={data.items}
      rowKey={({ assignmentId }) => assignmentId}
      columns={[
        {
          key: 'name',
          title: text.name,
          width: 72,
          phone: 'title',
          cell: ({ assignmentId, cadreName }: TermEnd) => (
            <Link to={linkTo.termEnds({ q: cadreName, row: assignmentId })}>{cadreName}</Link>
          ),
        },
        {
          key: 'grades',
          title: text.grades,
          phone: 'note',
          cell: ({ villageName, grades }) => `${villageName} ${gradesOf(grades, text)}`,
        },
        {
          key: 'state',
          title: text.state,
          width: 132,
          phone: 'side',
          cell: ({ decision, due, stepsBack }) => (
            <DecisionState {...{ decision, due }} stepsBack={stepsBack !== null} />
          ),
        },
      ]}
    />
  );
}
