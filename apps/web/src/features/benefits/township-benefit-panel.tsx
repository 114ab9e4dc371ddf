import { useQuery, useQueryClient } from '@tanstack/react-query';
import { listAssignments } from '@xuanpai/contracts/assignments';
import {
  addTownshipAmount,
  deleteTownshipBenefit,
  removeTownshipAmount,
  type TownshipBenefit,
} from '@xuanpai/contracts/township-benefits';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { useBatch } from '../../lib/batch.ts';
import { formatYuan } from '../../lib/format.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './benefits.module.css';
import { LineForm } from './line-form.tsx';
import { forgetBenefits } from './queries.ts';
import { TownshipBenefitForm } from './township-benefit-form.tsx';

interface TownshipBenefitPanelProps {
  benefit: TownshipBenefit;
  onClose: () => void;
}

/** A township's benefit: its text, and what each of its cadres was given. */
export function TownshipBenefitPanel({ benefit, onClose }: TownshipBenefitPanelProps) {
  const text = useText().benefits;
  const { batch } = useBatch();
  const [mode, setMode] = useState<'read' | 'change'>('read');
  const { title, townshipName, content, documentNumber, startsOn, endsOn, changeable } = benefit;
  if (mode === 'change') {
    const back = () => setMode('read');
    return (
      <TownshipBenefitForm
        {...{ batchId: batch?.id ?? '', benefit, onClose: back, onSaved: back }}
      />
    );
  }
  return (
    <SidePanel title={title} note={townshipName} width={500} onClose={onClose}>
      <PanelPart>
        <DescriptionList
          items={[
            { term: text.content, value: content },
            { term: text.document, value: documentNumber },
            { term: text.spanTitle, value: text.span(startsOn, endsOn ?? text.openEnd) },
          ]}
        />
        {changeable && (
          <div className={styles.acts}>
            <ActButton onClick={() => setMode('change')}>{text.changeBenefit}</ActButton>
            <Delete benefit={benefit} onDeleted={onClose} />
          </div>
        )}
      </PanelPart>
      <PanelPart title={text.amounts}>
        <Amounts benefit={benefit} />
        {changeable && <AmountForm key={benefit.amounts.length} benefit={benefit} />}
      </PanelPart>
    </SidePanel>
  );
}

function Delete({ benefit, onDeleted }: { benefit: TownshipBenefit; onDeleted: () => void }) {
  const text = useText().benefits;
  const client = useQueryClient();
  const { id, version, title, amounts } = benefit;
  if (amounts.length > 0) return null;
  async function run() {
    const done = await confirm({
      title: text.deleteTitle(title),
      body: text.removeBody,
      act: text.deleteBenefit,
      danger: true,
      run: () => call(deleteTownshipBenefit, { params: { id }, query: { version } }),
    });
    if (!done) return;
    await forgetBenefits(client);
    showDone(text.removed);
    onDeleted();
  }
  return (
    <ActButton kind="danger" onClick={() => void run()}>
      {text.deleteBenefit}
    </ActButton>
  );
}

function Amounts({ benefit }: { benefit: TownshipBenefit }) {
  const text = useText().benefits;
  const client = useQueryClient();
  const { amounts, id, total, changeable } = benefit;
  if (amounts.length === 0) return <p className={styles.quiet}>{text.noAmounts}</p>;
  async function remove(amountId: string, amount: string) {
    const done = await confirm({
      title: text.removeTitle(formatYuan(amount)),
      body: text.removeBody,
      act: text.remove,
      danger: true,
      run: () => call(removeTownshipAmount, { params: { id, amountId } }),
    });
    if (!done) return;
    await forgetBenefits(client);
    showDone(text.removed);
  }
  return (
    <PlainTable
      label={text.amounts}
      rows={amounts}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          title: text.person,
          width: 84,
          phone: 'title',
          cell: ({ cadreName }) => cadreName,
          total: text.total,
        },
        { key: 'day', title: text.givenOn, width: 92, phone: 'note', cell: (row) => row.givenOn },
        {
          key: 'amount',
          title: text.amount,
          width: 100,
          align: 'end',
          phone: 'side',
          cell: ({ amount }) => formatYuan(amount),
          total: formatYuan(total),
        },
        { key: 'note', title: text.remark, phone: 'note', cell: ({ note }) => note ?? '–' },
        ...(changeable
          ? [
              {
                key: 'remove',
                title: text.remove,
                untitled: true,
                width: 44,
                phone: 'note' as const,
                cell: (row: TownshipBenefit['amounts'][number]) => (
                  <TextButton onClick={() => void remove(row.id, row.amount)}>
                    {text.remove}
                  </TextButton>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

interface Values {
  cadreId: string;
  givenOn: string;
  amount: string;
  note?: string;
}

function AmountForm({ benefit }: { benefit: TownshipBenefit }) {
  const text = useText().benefits;
  const { batch } = useBatch();
  const { data } = useQuery({
    queryKey: ['assignments', 'ofTownship', batch?.id, benefit.townshipId],
    queryFn: ({ signal }) =>
      call(listAssignments, {
        query: {
          ...{ batchId: batch?.id ?? '', townshipIds: benefit.townshipId },
          ...{ tier: 'township', pageSize: 200 },
        },
        signal,
      }),
    enabled: batch !== null,
  });
  return (
    <LineForm<Values>
      people={data?.items ?? []}
      act={text.addAmount}
      day={{ name: 'givenOn', label: text.givenOn }}
      initial={{}}
      send={({ note, ...values }) =>
        call(addTownshipAmount, {
          params: { id: benefit.id },
          body: { ...values, ...(note ? { note } : {}) },
        })
      }
      saved={() => text.benefitSaved(benefit.title)}
    >
      <Form.Item name="note" label={text.remark}>
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
    </LineForm>
  );
}
