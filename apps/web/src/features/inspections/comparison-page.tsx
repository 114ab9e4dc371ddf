import { useQuery } from '@tanstack/react-query';
import { type Comparison, exportFieldComparison } from '@xuanpai/contracts/field-comparisons';
import { useState } from 'react';
import { useParams } from 'react-router';
import { formatDay } from '../../lib/format.ts';
import { useIsPhone } from '../../lib/media.ts';
import { useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import { Split } from '../../ui/split.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { WithPanel } from '../../ui/with-panel.tsx';
import { ComparisonSetUp } from './comparison-set-up.tsx';
import { JudgeSheet } from './judge-sheet.tsx';
import { comparisonQuery } from './queries.ts';
import { ScoreGrid } from './score-grid.tsx';

/** 观摩评比: villages by criteria, the means of all judges, and each judge's sheet. */
export function ComparisonPage() {
  const { inspectionId = '' } = useParams();
  const query = useQuery(comparisonQuery(inspectionId));
  if (query.data && !query.error) return <Loaded comparison={query.data} />;
  return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
}

function Loaded({ comparison }: { comparison: Comparison }) {
  const text = useText().inspections;
  const phone = useIsPhone();
  const [panel, setPanel] = useUrlValue('panel');
  const { criteria, judges, villages, editable } = comparison;
  const [chosen, setChosen] = useState<string | null>(null);
  const judge = judges.find(({ id }) => id === chosen) ?? judges[0];
  const complete = villages.filter((village) => village.complete).length;
  return (
    <Page
      title={text.comparisonAnswer(villages.length, complete)}
      documentTitle={comparison.subject}
      note={
        <>
          {formatDay(comparison.day)}
          {text.comma}
          <Link to={linkTo.inspection(comparison.inspectionId)}>{comparison.subject}</Link>
          {text.comma}
          {text.comparisonNote}
        </>
      }
      layout="fill"
      secondary={
        <>
          <ActButton icon="print" reads onClick={() => window.print()}>
            {text.print}
          </ActButton>
          <ExportButton
            endpoint={exportFieldComparison}
            parts={{ params: { id: comparison.inspectionId } }}
            blocked={criteria.length === 0 ? text.notSetUp : null}
          />
        </>
      }
      primary={
        editable && (
          <ActButton kind="primary" icon="edit" onClick={() => setPanel('setUp')}>
            {text.setUp}
          </ActButton>
        )
      }
    >
      <WithPanel
        panel={
          panel === 'setUp' &&
          editable && (
            <ComparisonSetUp
              key={comparison.version}
              comparison={comparison}
              onClose={() => setPanel(null)}
            />
          )
        }
      >
        <Split aside={null}>
          <Section title={text.summaryOfScores}>
            {criteria.length === 0 ? <p>{text.notSetUp}</p> : <Summary comparison={comparison} />}
          </Section>
          {judge && (
            <Section title={text.judgeSheets} note={phone ? undefined : text.scoreGridNote}>
              <Tabs
                label={text.judges}
                items={judges.map(({ id, name }) => ({ value: id, label: name }))}
                value={judge.id}
                onChange={setChosen}
              />
              {phone ? (
                <JudgeSheet
                  key={`${judge.id}.${comparison.version}`}
                  comparison={comparison}
                  judge={judge}
                />
              ) : (
                criteria.length > 0 && (
                  <ScoreGrid key={judge.id} comparison={comparison} judge={judge} />
                )
              )}
            </Section>
          )}
        </Split>
      </WithPanel>
    </Page>
  );
}

function Summary({ comparison: { criteria, villages } }: { comparison: Comparison }) {
  const text = useText().inspections;
  return (
    <PlainTable
      label={text.summaryOfScores}
      rows={villages}
      rowKey={({ id }) => id}
      rowHeight={32}
      columns={[
        {
          key: 'village',
          title: text.village,
          width: 180,
          phone: 'title',
          cell: ({ townshipName, name }) => text.where(townshipName, name),
        },
        ...criteria.map(({ id, name, most }) => ({
          key: id,
          title: name,
          unit: text.points(most),
          align: 'end' as const,
          cell: (village: Comparison['villages'][number]) => village.means[id]?.toFixed(2) ?? '–',
        })),
        {
          key: 'mean',
          title: text.total,
          width: 80,
          align: 'end',
          phone: 'side',
          cell: ({ mean }) => mean?.toFixed(2) ?? '–',
        },
        {
          key: 'place',
          title: text.place,
          width: 90,
          align: 'end',
          phone: 'note',
          named: true,
          cell: ({ place }) => place ?? text.notComplete,
        },
      ]}
    />
  );
}
