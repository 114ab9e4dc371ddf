import { useQueryClient } from '@tanstack/react-query';
import {
  type ProjectDetail,
  type ProjectPayment,
  type ProjectSource,
  removePayment,
} from '@xuanpai/contracts/projects';
import { paymentKindWords, supportSourceWords } from '@xuanpai/contracts/support-words';
import { call } from '../../lib/api.ts';
import { formatYuan } from '../../lib/format.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { confirm } from '../../ui/confirm.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import type { Column } from '../../ui/table-column.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { MoneyBar } from './money-bar.tsx';
import { forgetSupport } from './queries.ts';
import styles from './support.module.css';
import { yuanOrDash } from './support-words.ts';

/** 区财政局, or the kind of source where it has no name of its own. */
export function sourceName({ kind, name, note }: ProjectSource): string {
  return name ?? note ?? word(supportSourceWords[kind]);
}

/** What is to come from each source, and came. */
export function Sources({ project }: { project: ProjectDetail }) {
  const text = useText().support;
  if (project.sources.length === 0) return <p className={styles.quiet}>{text.noSources}</p>;
  return (
    <PlainTable
      label={text.sources}
      rows={project.sources}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          title: text.source,
          phone: 'title',
          cell: sourceName,
          total: text.total,
        },
        {
          key: 'kind',
          title: text.kind,
          width: 92,
          phone: 'note',
          cell: ({ kind }) => word(supportSourceWords[kind]),
        },
        {
          key: 'planned',
          title: text.planned,
          width: 116,
          align: 'end',
          phone: 'note',
          named: true,
          cell: ({ planned }) => formatYuan(planned),
          total: formatYuan(project.planned),
        },
        {
          key: 'received',
          title: text.received,
          width: 116,
          align: 'end',
          phone: 'side',
          named: true,
          cell: ({ received }) => yuanOrDash(received),
          total: formatYuan(project.received),
        },
        {
          key: 'bar',
          title: text.share,
          width: 150,
          cell: ({ planned, received }) => <MoneyBar planned={planned} received={received} />,
        },
      ]}
    />
  );
}

interface PaymentsProps {
  project: ProjectDetail;
  removable: boolean;
}

/** What came in and went out, the latest first. */
export function Payments({ project, removable }: PaymentsProps) {
  const text = useText().support;
  const client = useQueryClient();
  const { payments, sources, id, version } = project;
  if (payments.length === 0) return <p className={styles.quiet}>{text.noPayments}</p>;
  const nameOf = (sourceId: string | null) => {
    const source = sources.find((one) => one.id === sourceId);
    return source ? sourceName(source) : '';
  };
  const columns: Column<ProjectPayment>[] = [
    { key: 'day', title: text.paidOn, width: 92, phone: 'note', cell: ({ paidOn }) => paidOn },
    {
      key: 'kind',
      title: text.kind,
      width: 56,
      phone: 'title',
      cell: ({ kind }) => word(paymentKindWords[kind]),
    },
    {
      key: 'amount',
      title: text.amount,
      width: 116,
      align: 'end',
      phone: 'side',
      cell: ({ amount }) => formatYuan(amount),
    },
    { key: 'voucher', title: text.voucher, width: 110, cell: ({ voucher }) => voucher },
    {
      key: 'source',
      title: text.source,
      phone: 'note',
      cell: ({ sourceId, note }) => [nameOf(sourceId), note].filter(Boolean).join('，') || '–',
    },
    ...(removable
      ? [
          {
            key: 'remove',
            title: text.removePayment,
            untitled: true,
            width: 48,
            cell: (row: ProjectPayment) => (
              <TextButton onClick={() => void take(row)}>{text.removePayment}</TextButton>
            ),
          },
        ]
      : []),
  ];
  return (
    <PlainTable
      label={text.payments}
      rows={payments}
      rowKey={({ id: paymentId }) => paymentId}
      columns={columns}
    />
  );

  async function take({ id: paymentId, kind, amount }: ProjectPayment) {
    const done = await confirm({
      title: text.removePaymentTitle(word(paymentKindWords[kind]), formatYuan(amount)),
      body: text.removePaymentBody,
      act: text.removePayment,
      danger: true,
      run: () => call(removePayment, { params: { id, paymentId }, query: { version } }),
    });
    if (!done) return;
    await forgetSupport(client);
    showDone(text.paymentRemoved);
  }
}
