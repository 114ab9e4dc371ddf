import { useQuery } from '@tanstack/react-query';
import { type Inspection, inspectionKindWords } from '@xuanpai/contracts/inspections';
import { findingWords } from '@xuanpai/contracts/spot-checks';
import { useParams } from 'react-router';
import { Can, useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { formatDay, formatInstant } from '../../lib/format.ts';
import { useSeenDay } from '../../lib/known.ts';
import { useGo } from '../../lib/links.ts';
import { useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Evidence } from '../../ui/evidence/evidence.tsx';
import { KnownLine } from '../../ui/known-line.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import { Split } from '../../ui/split.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { WithPanel } from '../../ui/with-panel.tsx';
import { issueColumns } from './issue-columns.tsx';
import { IssuePanel } from './issue-panel.tsx';
import { inspectionQuery, issueListQuery } from './queries.ts';
import { SummaryPanel } from './summary-panel.tsx';

/** One inspection: villages, findings, and what was seen of people in post. */
export function InspectionPage() {
  const { inspectionId = '' } = useParams();
  const query = useQuery(inspectionQuery(inspectionId, useSeenDay()));
  if (query.data && !query.error) return <LoadedInspection inspection={query.data} />;
  return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
}

function LoadedInspection({ inspection }: { inspection: Inspection }) {
  const text = useText().inspections;
  const [panel, setPanel] = useUrlValue('panel');
  const go = useGo();
  const enters = useCan('inspections.write');
  const { id, kind, villages, findings } = inspection;
  const issues = useQuery(issueListQuery({ inspectionId: id, pageSize: 200, ...useSeenDay() }));
  return (
    <Page
      title={text.visitTitle(word(inspectionKindWords[kind]), villages.length, findings.open)}
      tone="amber"
      documentTitle={inspection.subject}
      note={
        <>
          {`${formatDay(inspection.day)}${text.comma}${inspection.subject}${text.comma}${inspection.team}`}
          <KnownLine />
        </>
      }
      layout="fill"
      secondary={
        enters && (
          <ActButton icon="edit" onClick={() => setPanel('summary')}>
            {text.editSummary}
          </ActButton>
        )
      }
      primary={
        enters && (
          <ActButton kind="primary" icon="plus" onClick={() => setPanel('finding')}>
            {text.enterFinding}
          </ActButton>
        )
      }
    >
      <WithPanel
        panel={
          enters &&
          (panel === 'finding' ? (
            <IssuePanel inspection={inspection} onClose={() => setPanel(null)} />
          ) : (
            panel === 'summary' && (
              <SummaryPanel
                key={inspection.version}
                inspection={inspection}
                onClose={() => setPanel(null)}
              />
            )
          ))
        }
      >
        <Split
          asideWidth={380}
          aside={
            panel === null && (
              <>
                <Section title={text.inspection}>
                  <InspectionFacts inspection={inspection} />
                </Section>
                <Can permission="spotChecks.read">
                  <Section
                    title={text.spotChecks}
                    extra={<EnterSpotCheck inspection={inspection} />}
                  >
                    <SpotChecks checks={inspection.spotChecks} />
                  </Section>
                </Can>
              </>
            )
          }
        >
          <Section title={text.findings}>
            <DataTable
              id="findings-of-inspection"
              label={text.findings}
              columns={issueColumns(text, { townships: true, day: false })}
              rowKey={(row) => row.id}
              query={issues}
              empty={{ title: text.noFindings }}
              onOpen={(row) => go(linkTo.finding(row.id))}
              fill={false}
            />
          </Section>
          <Section title={text.files}>
            <Evidence owner={{ kind: 'inspection', id }} />
          </Section>
        </Split>
      </WithPanel>
    </Page>
  );
}

function InspectionFacts({ inspection }: { inspection: Inspection }) {
  const text = useText().inspections;
  const overlooks = useCan('inspections.draws');
  const { id, kind, villages, summary, drawId, enteredByName, enteredAt } = inspection;
  return (
    <DescriptionList
      items={[
        {
          term: text.villages,
          value: villages.map((village, at) => (
            <span key={village.id}>
              {at > 0 && '、'}
              <Link to={linkTo.villageInspections(village.id)}>{village.name}</Link>
            </span>
          )),
        },
        { term: text.summary, value: summary ?? text.noSummary },
        ...(overlooks && kind === 'comparison'
          ? [
              {
                term: text.summaryOfScores,
                value: <Link to={linkTo.fieldComparison(id)}>{text.openComparison}</Link>,
              },
            ]
          : []),
        ...(drawId
          ? [{ term: text.drawnBy, value: <Link to={linkTo.draw(drawId)}>{text.openDraw}</Link> }]
          : []),
        { term: text.enter, value: text.by(enteredByName, formatInstant(enteredAt)) },
      ]}
    />
  );
}

function EnterSpotCheck({ inspection }: { inspection: Inspection }) {
  const text = useText().inspections;
  const go = useGo();
  const { id, day } = inspection;
  const { readOnly } = useDay();
  if (!useCan('spotChecks.write') || readOnly) return null;
  return (
    <TextButton onClick={() => go(linkTo.spotChecks({ enter: '1', inspection: id, checked: day }))}>
      {text.enterSpotCheck}
    </TextButton>
  );
}

function SpotChecks({ checks }: { checks: Inspection['spotChecks'] }) {
  const text = useText().inspections;
  if (checks.length === 0) return <p>{text.noSpotChecks}</p>;
  return (
    <PlainTable
      label={text.spotChecks}
      rows={checks}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'who',
          title: text.spotChecks,
          phone: 'title',
          cell: ({ id, cadreName, villageName }) => (
            <Link to={linkTo.spotChecks({ row: id })}>
              {villageName} {cadreName}
            </Link>
          ),
        },
        {
          key: 'half',
          title: text.day,
          width: 60,
          phone: 'note',
          cell: ({ half }) => (half === null ? text.wholeDay : text.halves[half]),
        },
        {
          key: 'found',
          title: text.state,
          width: 70,
          phone: 'side',
          cell: ({ found }) => word(findingWords[found]),
        },
      ]}
    />
  );
}
