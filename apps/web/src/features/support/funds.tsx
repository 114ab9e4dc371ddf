import { useQueryClient } from '@tanstack/react-query';
import { createFund, deleteFund, updateFund, type VillageFund } from '@xuanpai/contracts/support';
import { Form, Input, InputNumber } from 'antd';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { MoneyField, positiveMoneyRule } from '../../ui/money-field.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import type { Column } from '../../ui/table-column.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { forgetSupport } from './queries.ts';
import styles from './support.module.css';
import { yuanOrDash } from './support-words.ts';

interface FundTableProps {
  funds: readonly VillageFund[];
  onEdit?: (id: string) => void;
}

/** Public funds of a village, the latest year first, with what projects take of each. */
export function FundTable({ funds, onEdit }: FundTableProps) {
  const text = useText().support;
  if (funds.length === 0) return <p className={styles.quiet}>{text.noFunds}</p>;
  const columns: Column<VillageFund>[] = [
    { key: 'year', title: text.year, width: 48, phone: 'note', cell: ({ year }) => year },
    {
      key: 'source',
      title: text.fundSource,
      phone: 'title',
      cell: ({ source, document }) => <span title={document}>{source}</span>,
    },
    {
      key: 'amount',
      title: text.amount,
      unit: text.yuan,
      width: 96,
      align: 'end',
      phone: 'side',
      cell: ({ amount }) => yuanOrDash(amount),
    },
    {
      key: 'planned',
      title: text.fundPlanned,
      width: 88,
      align: 'end',
      cell: ({ planned }) => yuanOrDash(planned),
    },
    ...(onEdit
      ? [
          {
            key: 'edit',
            title: text.edit,
            untitled: true,
            width: 44,
            cell: ({ id }: VillageFund) => (
              <TextButton onClick={() => onEdit(id)}>{text.edit}</TextButton>
            ),
          },
        ]
      : []),
  ];
  return <PlainTable label={text.funds} rows={funds} rowKey={({ id }) => id} columns={columns} />;
}

interface FundValues {
  year: number;
  amount: string;
  source: string;
  document: string;
  note?: string | null;
}

interface FundPanelProps {
  villageId: string;
  /** Null: new ones. */
  fund: VillageFund | null;
  onClose: () => void;
}

/** Public money of a year: how much, from where, by which document. */
export function FundPanel({ villageId, fund, onClose }: FundPanelProps) {
  const { support: text, ui } = useText();
  const client = useQueryClient();
  const { today } = useDay();
  const [form] = Form.useForm<FundValues>();
  const title = fund ? text.editFund : text.addFund;
  const sent = useFormAct(form, {
    send: ({ note, ...values }: FundValues) => {
      const body = { ...values, note: note || null };
      return fund
        ? call(updateFund, {
            params: { id: fund.id },
            body: { ...body, version: fund.version },
          })
        : call(createFund, { body: { villageId, ...body } });
    },
    onDone: async (saved) => {
      await forgetSupport(client);
      showDone(text.fundSaved(saved.source));
      onClose();
    },
  });
  const required = { required: true, message: text.missing };
  return (
    <SidePanel title={title} note={fund?.source} onClose={onClose}>
      <PanelPart>
        <Form
          {...formLayout}
          form={form}
          initialValues={fund ?? { year: Number(today.slice(0, 4)) }}
          onFinish={sent.submit}
          aria-label={title}
        >
          <Form.Item name="year" label={text.year} rules={[required]}>
            <InputNumber min={1900} max={2100} precision={0} controls={false} />
          </Form.Item>
          <Form.Item name="amount" label={text.amount} rules={[required, positiveMoneyRule(ui)]}>
            <MoneyField />
          </Form.Item>
          <Form.Item name="source" label={text.fundSource} rules={[required]}>
            <Input autoComplete="off" maxLength={80} />
          </Form.Item>
          <Form.Item name="document" label={text.document} rules={[required]}>
            <Input autoComplete="off" maxLength={80} />
          </Form.Item>
          <Form.Item name="note" label={text.note}>
            <Input autoComplete="off" maxLength={300} />
          </Form.Item>
          {sent.problem && (
            <Form.Item>
              <ProblemAlert error={sent.problem} />
            </Form.Item>
          )}
          <div className={styles.acts}>
            <ActButton kind="primary" submits busy={sent.busy}>
              {text.saveFund}
            </ActButton>
            {fund && (
              <ActButton kind="danger" onClick={() => void remove(fund)}>
                {text.removeFund}
              </ActButton>
            )}
          </div>
        </Form>
      </PanelPart>
    </SidePanel>
  );

  async function remove({ id, source, version }: VillageFund) {
    const done = await confirm({
      title: text.removeFundTitle(source),
      body: text.removeFundBody,
      act: text.removeFund,
      danger: true,
      run: () => call(deleteFund, { params: { id }, query: { version } }),
    });
    if (!done) return;
    onClose();
    await forgetSupport(client);
    showDone(text.fundRemoved(source));
  }
}
