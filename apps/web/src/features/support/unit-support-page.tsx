import { useQuery } from '@tanstack/react-query';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import { exportUnitYear } from '@xuanpai/contracts/organisation';
import type { getUnitSupport } from '@xuanpai/contracts/support';
import type { PlainDate } from '@xuanpai/contracts/values';
import { useParams } from 'react-router';
import { useCan } from '../../lib/can.tsx';
import { useDay, yearToTell } from '../../lib/day.ts';
import { useKnown } from '../../lib/known.ts';
import { useGo } from '../../lib/links.ts';
import { useUnitTabs } from '../../lib/use-unit-tabs.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { KnownLine } from '../../ui/known-line.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Column } from '../../ui/table-column.ts';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { linkedHelpColumns } from './help-columns.tsx';
import { helpListQuery, unitSupportQuery } from './queries.ts';
import styles from './support.module.css';
import { yuanOrDash } from './support-words.ts';

type Unit = ReplyOf<typeof getUnitSupport>;
type Village = Unit['villages'][number];

/** What a unit promised and did for its villages, and what it owes. */
export function UnitSupportPage() {
  const { unitId = '' } = useParams();
  const { day } = useDay();
  const query = useQuery(unitSupportQuery(unitId, day, useKnown()));
  if (query.data) return <Loaded unit={query.data} />;
  return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
}

function Loaded({ unit }: { unit: Unit }) {
  const { support: text, shell } = useText();
  const tabs = useUnitTabs(unit.unitId, unit.unitName);
  const go = useGo();
  const { day } = useDay();
  const year = yearToTell(day);
  const reads = useCan('inspections.read');
  const sum = (of: (village: Village) => number) =>
    unit.villages.reduce((total, village) => total + of(village), 0);
  return (
    <Page
      title={text.unitAnswer(
        unit.unitName,
        sum(({ promised }) => promised),
        sum(({ done }) => done),
        sum(({ owed }) => owed),
        sum(({ late }) => late),
      )}
      tone="amber"
      documentTitle={`${unit.unitName} ${shell.pages.support}`}
      note={
        <>
          {text.unitNote}
          <KnownLine words={text} />
        </>
      }
      tabs={tabs}
      lined
      secondary={
        reads && (
          <ExportButton
            endpoint={exportUnitYear}
            parts={{ params: { id: unit.unitId, year } }}
            label={text.yearDocument(year)}
          />
        )
      }
      primary={
        unit.reports && (
          <ActButton
            kind="primary"
            icon="plus"
            onClick={() => go(linkTo.supportHelp({ enter: '1' }))}
          >
            {text.reportOwn}
          </ActButton>
        )
      }
    >
      <div className={`${styles.stack} ${styles.padded}`}>
        <Section title={text.unitVillages}>
          <Villages villages={unit.villages} />
        </Section>
        {unit.years.length > 0 && (
          <Section title={text.unitYears}>
            <PlainTable
              label={text.unitYears}
              rows={unit.years}
              rowKey={({ year }) => String(year)}
              columns={[
                { key: 'year', title: text.year, width: 80, cell: ({ year }) => year },
                {
                  key: 'amount',
                  title: text.amount,
                  unit: text.yuan,
                  width: 140,
                  align: 'end',
                  cell: ({ amount }) => yuanOrDash(amount),
                },
                { key: 'rest', title: text.note, untitled: true, cell: () => '' },
              ]}
            />
          </Section>
        )}
        <HelpOfUnit unitId={unit.unitId} />
      </div>
    </Page>
  );
}

function Villages({ villages }: { villages: readonly Village[] }) {
  const text = useText().support;
  if (villages.length === 0) return <p className={styles.quiet}>{text.noUnitVillages}</p>;
  const money = (
    key: 'promisedAmount' | 'doneAmount' | 'owedAmount' | 'projectAmount',
    title: string,
  ): Column<Village> => ({
    ...{ key, title, unit: text.yuan, width: 128, align: 'end' },
    cell: (row) => yuanOrDash(row[key]),
  });
  return (
    <PlainTable
      label={text.unitVillages}
      rowHeight={32}
      rows={villages}
      rowKey={({ villageId }) => villageId}
      columns={[
        {
          key: 'village',
          title: text.village,
          phone: 'title',
          cell: ({ villageId, townshipName, villageName }) => (
            <Link to={linkTo.villageSupport(villageId)}>
              {townshipName} {villageName}
            </Link>
          ),
        },
        {
          key: 'people',
          title: text.people,
          width: 170,
          phone: 'note',
          cell: ({ people, split }) => (
            <>
              {people.join('、') || '–'}
              {split && (
                <span className={styles.amber} title={text.splitHint}>
                  （{text.splitUnit}）
                </span>
              )}
            </>
          ),
        },
        {
          key: 'promised',
          title: text.promisedItems,
          width: 84,
          align: 'end',
          cell: ({ promised }) => promised || '–',
        },
        {
          key: 'done',
          title: text.doneItems,
          width: 96,
          align: 'end',
          cell: ({ done }) => done || '–',
        },
        {
          key: 'owed',
          title: text.owedItems,
          width: 130,
          phone: 'side',
          named: true,
          cell: ({ owed, late }) =>
            owed === 0 ? (
              '–'
            ) : (
              <StateBadge state={late > 0 ? 'overdue' : 'todo'} word={text.owedCount(owed, late)} />
            ),
        },
        money('promisedAmount', text.promisedAmount),
        money('doneAmount', text.doneAmountColumn),
        money('owedAmount', text.owedAmount),
        money('projectAmount', text.projectAmount),
      ]}
    />
  );
}

const most = 50;

function HelpOfUnit({ unitId }: { unitId: string }) {
  const text = useText().support;
  const { day } = useDay();
  const known = useKnown();
  const of = { unitIds: unitId };
  const { data } = useQuery(
    helpListQuery({ ...of, pageSize: most, sort: '-dueOn', on: day as PlainDate, known }),
  );
  if (!data) return null;
  return (
    <Section
      title={text.helpOf(data.total)}
      extra={<Link to={linkTo.supportHelp(of)}>{text.allHelp}</Link>}
    >
      {data.items.length > 0 && (
        <PlainTable
          label={text.helpList}
          rows={data.items}
          rowKey={({ id }) => id}
          columns={linkedHelpColumns(text, 'helper', of)}
        />
      )}
    </Section>
  );
}
