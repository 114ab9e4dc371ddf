import { queryOptions, useQuery } from '@tanstack/react-query';
import {
  exportWorkRule,
  getWorkRule,
  listWorkRules,
  type WorkRuleSummary,
} from '@xuanpai/contracts/work-rules';
import { call } from '../../lib/api.ts';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { useSetUrlValues, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { Evidence } from '../../ui/evidence/evidence.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { Empty } from '../../ui/table-states.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { IssuePanel } from './issue-panel.tsx';
import styles from './work-rules.module.css';

export function workRulesQuery(on: string) {
  return queryOptions({
    queryKey: ['workRules', 'list', on],
    queryFn: ({ signal }) => call(listWorkRules, { query: { on: on }, signal }),
  });
}

function workRuleQuery(id: string) {
  return queryOptions({
    queryKey: ['workRules', id],
    queryFn: ({ signal }) => call(getWorkRule, { params: { id }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** 日常工作考核制度: the version in force on the day looked at, and those before and after it. */
export function WorkRulePage() {
  const { workRules: text, shell } = useText();
  const { day } = useDay();
  const query = useQuery(workRulesQuery(day));
  const [asked] = useUrlValue('version');
  const [issuing] = useUrlValue('issue');
  const show = useSetUrlValues();
  const writes = useCan('workRules.write');
  const files = useCan('evidence.read');
  const { data } = query;
  const chosen = data?.items.find(({ edition }) => String(edition) === asked);
  const other = useQuery({ ...workRuleQuery(chosen?.id ?? ''), enabled: chosen !== undefined });
  if (!data) return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
  const rule = chosen ? (other.data ?? null) : data.inForce;
  const newest = data.items[0] ?? null;
  const lines = (rule?.body ?? '').split('\n').filter((line) => line.trim() !== '');
  return (
    <Page
      title={
        data.inForce
          ? text.answer(data.inForce.documentNumber, data.inForce.effectiveFrom)
          : text.noneYet
      }
      documentTitle={shell.tabs.workRule}
      note={text.note}
      lined
      layout={issuing ? 'fill' : 'flow'}
      secondary={
        rule && (
          <>
            <ActButton reads icon="print" onClick={() => window.print()}>
              {text.print}
            </ActButton>
            <ExportButton
              endpoint={exportWorkRule}
              parts={{ params: { id: rule.id } }}
              label={text.docx}
            />
          </>
        )
      }
      primary={
        writes && (
          <ActButton kind="primary" icon="plus" onClick={() => show({ issue: '1' })}>
            {text.issue}
          </ActButton>
        )
      }
    >
      <div className={styles.body}>
        {rule ? (
          <article className={styles.paper} aria-label={rule.title}>
            <h2 className={styles.title}>{rule.title}</h2>
            <p className={styles.number}>
              {text.numbered(rule.documentNumber, rule.effectiveFrom)}
            </p>
            {lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text that never changes
              <p key={at} className={styles.line}>
                {line.trim()}
              </p>
            ))}
            {files && (
              <section className={styles.files} aria-label={text.files}>
                <h3 className={styles.filesTitle}>{text.files}</h3>
                <Evidence owner={{ kind: 'workRule', id: rule.id }} />
              </section>
            )}
          </article>
        ) : (
          <Empty title={text.none} note={writes ? text.noneNote : ''} />
        )}
        {data.items.length > 0 && (
          <div className={styles.versions}>
            <Section title={text.versions}>
              <Versions items={data.items} inForce={data.inForce?.id ?? null} />
            </Section>
          </div>
        )}
      </div>
      {issuing && (
        <IssuePanel
          newest={newest}
          onClose={() => show({ issue: null })}
          onIssued={(edition) => show({ issue: null, version: String(edition) })}
        />
      )}
    </Page>
  );
}

interface VersionsProps {
  items: readonly WorkRuleSummary[];
  inForce: string | null;
}

function Versions({ items, inForce }: VersionsProps) {
  const text = useText().workRules;
  const { day } = useDay();
  return (
    <PlainTable
      label={text.versions}
      rows={items}
      rowKey={({ id }) => id}
      rowHeight={32}
      columns={[
        {
          key: 'edition',
          title: text.version,
          width: 72,
          phone: 'title',
          cell: ({ edition }) => (
            <Link to={linkTo.workRule({ version: edition })}>{text.edition(edition)}</Link>
          ),
        },
        {
          key: 'number',
          title: text.number,
          phone: 'note',
          cell: ({ documentNumber }) => documentNumber,
        },
        {
          key: 'from',
          title: text.from,
          width: 92,
          phone: 'note',
          cell: ({ effectiveFrom }) => effectiveFrom,
        },
        {
          key: 'state',
          title: text.state,
          width: 92,
          phone: 'side',
          cell: (rule) => stateOf(rule),
        },
      ]}
    />
  );

  function stateOf({ id, effectiveFrom }: WorkRuleSummary) {
    if (id === inForce) return <StateBadge state="confirmed" word={text.inForce} />;
    return effectiveFrom > day ? (
      <StateBadge state="upcoming" word={text.ahead} />
    ) : (
      <StateBadge state="expired" word={text.replaced} />
    );
  }
}
