import type { Comparison } from '@xuanpai/contracts/plan-variants';
import { scorePartWords } from '@xuanpai/contracts/words';
import { formatChange, formatNumber } from '../../../lib/format.ts';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { Mark } from '../../../ui/mark.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { Section } from '../../../ui/section.tsx';
import { stateLooks } from '../../../ui/state-badge.tsx';
import styles from './comparison.module.css';
import { totalsOf } from './totals.ts';
import { Change } from './village-table.tsx';

/** Beside the villages: totals, points by kind, rules and wishes. */
export function Aside({ found }: { found: Comparison }) {
  const text = useText().whatIf;
  const { first, second, parts, gained, solved, splitUnits, wishes } = found;
  const names = [shortName(first.name), shortName(second.name)] as const;
  return (
    <>
      <Section title={text.totals}>
        <Pairs label={text.totals} names={names} rows={totalsOf(found, text)} />
      </Section>
      {parts.length > 0 && (
        <Section title={text.partsTitle}>
          <Pairs
            label={text.partsTitle}
            names={names}
            rows={parts.map(({ kind, before, after }) => ({
              label: word(scorePartWords[kind]),
              before: formatNumber(before, 1),
              after: formatNumber(after, 1),
              change: after - before,
            }))}
          />
        </Section>
      )}
      {splitUnits.length > 0 && (
        <Section title={text.townships}>
          <Pairs
            label={text.townships}
            names={names}
            rows={splitUnits.map(({ unitName, before, after }) => ({
              label: unitName,
              before: formatNumber(before.townships),
              after: formatNumber(after.townships),
              change: after.value - before.value,
            }))}
          />
        </Section>
      )}
      <Findings title={text.gained} findings={gained} state="hint" />
      <Findings title={text.solved} findings={solved} state="eligible" />
      {wishes.length > 0 && (
        <Section title={text.wishesTitle} note={String(wishes.length)}>
          <PlainTable
            label={text.wishesTitle}
            rows={wishes}
            rowKey={(wish) => wish.text}
            columns={[
              { key: 'text', title: text.item, phone: 'title', cell: (wish) => wish.text },
              {
                key: 'first',
                title: names[0],
                width: 70,
                phone: 'note',
                cell: (wish) => text.wishStates[wish.first],
              },
              {
                key: 'second',
                title: names[1],
                width: 70,
                phone: 'note',
                cell: (wish) => text.wishStates[wish.second],
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}

/** In a heading; the page's title has it in full. */
function shortName(name: string): string {
  return name.length > 8 ? `${name.slice(0, 7)}…` : name;
}

interface PairRow {
  label: string;
  before: string;
  after: string;
  change: number | null;
  /** How many: more is neither better nor worse. */
  counted?: boolean;
}

interface PairsProps {
  label: string;
  names: readonly [string, string];
  rows: readonly PairRow[];
}

function Pairs({ label, names, rows }: PairsProps) {
  const text = useText().whatIf;
  return (
    <PlainTable
      label={label}
      rowHeight={26}
      rows={rows}
      rowKey={(row) => row.label}
      columns={[
        { key: 'label', title: text.item, phone: 'title', cell: (row) => row.label },
        { key: 'before', title: names[0], align: 'end', phone: 'note', cell: (row) => row.before },
        { key: 'after', title: names[1], align: 'end', phone: 'note', cell: (row) => row.after },
        {
          key: 'change',
          title: text.change,
          width: 72,
          align: 'end',
          phone: 'side',
          cell: ({ change, counted }) =>
            change !== null && (counted ? countText(change) : <Change value={change} />),
        },
      ]}
    />
  );
}

function countText(change: number): string {
  return change === 0 ? '' : formatChange(change, 0);
}

interface FindingsProps {
  title: string;
  findings: Comparison['gained'];
  state: 'hint' | 'eligible';
}

/** What only the second plan breaks or gives up, or only the first; each in a sentence. */
function Findings({ title, findings, state }: FindingsProps) {
  if (findings.length === 0) return null;
  const [shape, tone] = stateLooks[state];
  return (
    <Section title={title} note={String(findings.length)}>
      <ul className={styles.findings}>
        {findings.map(({ code, message }) => (
          <li key={`${code} ${message}`}>
            <Mark shape={shape} tone={tone} /> {message}
          </li>
        ))}
      </ul>
    </Section>
  );
}
