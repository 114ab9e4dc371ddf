import { useQuery, useQueryClient } from '@tanstack/react-query';
import { listCadres } from '@xuanpai/contracts/cadres';
import { declareTie, removeTie, type Tie } from '@xuanpai/contracts/evaluation-teams';
import { type TieKind, tieKindWords } from '@xuanpai/contracts/evaluation-words';
import type { RelativeKind } from '@xuanpai/contracts/values';
import { relativeKindWords } from '@xuanpai/contracts/words';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { useCan } from '../../lib/can.tsx';
import { useFormAct } from '../../lib/form-act.ts';
import { formatInstantDay } from '../../lib/format.ts';
import { useUnitOptions, useVillageOptions } from '../../lib/register-options.ts';
import { showDone } from '../../lib/undo.ts';
import { useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { word, wordOptions } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { FormEnd } from '../../ui/form-end.tsx';
import { tallFormLayout } from '../../ui/form-layout.ts';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import type { Column } from '../../ui/table-column.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { forgetEvaluations, tiesQuery } from './queries.ts';

type Text = Dictionary['rounds'];

/** 回避 (E8): what was declared of evaluators. */
export function TiesPage() {
  const { rounds: text, shell } = useText();
  const client = useQueryClient();
  const query = useQuery(tiesQuery);
  const declares = useCan('evaluations.write');
  const [panel, setPanel] = useUrlValue('panel');
  const remove = ({ id, version, userName, toName }: Tie) =>
    confirm({
      ...{ title: text.remove, body: `${userName}：${toName}`, act: text.remove, danger: true },
      run: async () => {
        await call(removeTie, { params: { id }, query: { version } });
        await forgetEvaluations(client);
        showDone(text.removed);
      },
    });
  return (
    <Page
      title={query.data ? text.tiesAnswer(query.data.total) : shell.pages.evaluatorTies}
      documentTitle={shell.pages.evaluatorTies}
      note={text.tiesNote}
      layout="fill"
      primary={
        declares && (
          <ActButton kind="primary" icon="plus" onClick={() => setPanel('new')}>
            {text.addTie}
          </ActButton>
        )
      }
    >
      <DataTable
        id="evaluatorTies"
        label={shell.pages.evaluatorTies}
        columns={columnsOf(text, declares ? remove : null)}
        rowKey={({ id }) => id}
        rowLabel={({ userName }) => userName}
        query={query}
        empty={{ title: text.tiesAnswer(0), note: text.tieHint }}
      />
      {panel === 'new' && declares && query.data && (
        <TiePanel evaluators={query.data.evaluators} onClose={() => setPanel(null)} />
      )}
    </Page>
  );
}

function columnsOf(text: Text, remove: ((tie: Tie) => unknown) | null): Column<Tie>[] {
  return [
    {
      key: 'name',
      title: text.evaluator,
      width: 110,
      fixed: true,
      phone: 'title',
      cell: ({ userName }) => userName,
    },
    {
      key: 'kind',
      title: text.tieKind,
      width: 160,
      phone: 'side',
      cell: ({ kind, relation }) =>
        relation
          ? `${word(tieKindWords[kind])}：${word(relativeKindWords[relation])}`
          : word(tieKindWords[kind]),
    },
    { key: 'to', title: text.tieTo, width: 220, phone: 'note', cell: ({ toName }) => toName },
    { key: 'note', title: text.remark, cell: ({ note }) => note },
    {
      key: 'declared',
      title: text.declared,
      width: 170,
      cell: ({ declaredByName, declaredAt }) => `${declaredByName} ${formatInstantDay(declaredAt)}`,
    },
    ...(remove
      ? [
          {
            ...{ key: 'act', title: text.remove, untitled: true, width: 60 },
            cell: (tie: Tie) => (
              <TextButton onClick={() => void remove(tie)}>{text.remove}</TextButton>
            ),
          },
        ]
      : []),
  ];
}

interface Values {
  userId: string;
  kind: TieKind;
  relation?: RelativeKind;
  unitId?: string;
  cadreId?: string;
  villageId?: string;
  note?: string;
}

interface TiePanelProps {
  evaluators: readonly { id: string; name: string }[];
  onClose: () => void;
}

function TiePanel({ evaluators, onClose }: TiePanelProps) {
  const text = useText().rounds;
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form) ?? 'unit';
  const units = useUnitOptions();
  const villages = useVillageOptions();
  const sent = useFormAct(form, {
    send: ({ userId, ...given }: Values) =>
      call(declareTie, {
        body: {
          ...{ userId, kind: given.kind, unitId: given.unitId ?? null },
          ...{ cadreId: given.cadreId ?? null, villageId: given.villageId ?? null },
          relation: given.kind === 'relative' ? (given.relation ?? null) : null,
          note: given.note?.trim() ? given.note : null,
        },
      }),
    onDone: async () => {
      await forgetEvaluations(client);
      showDone(text.saved);
      onClose();
    },
  });
  const required = { required: true, message: text.missing };
  return (
    <SidePanel title={text.addTie} note={text.tieHint} width={440} onClose={onClose}>
      <PanelPart>
        <Form
          {...tallFormLayout}
          form={form}
          initialValues={{ kind: 'unit' }}
          onFinish={sent.submit}
          aria-label={text.addTie}
        >
          <Form.Item name="userId" label={text.evaluator} rules={[required]}>
            <Select
              searchable
              aria-label={text.evaluator}
              options={evaluators.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
          <Form.Item name="kind" label={text.tieKind}>
            <Select aria-label={text.tieKind} options={wordOptions(tieKindWords)} />
          </Form.Item>
          {kind === 'relative' && (
            <Form.Item name="relation" label={text.relation} rules={[required]}>
              <Select aria-label={text.relation} options={wordOptions(relativeKindWords)} />
            </Form.Item>
          )}
          {(kind === 'unit' || kind === 'interest') && (
            <Form.Item name="unitId" label={text.tieUnit}>
              <Select searchable allowClear aria-label={text.tieUnit} options={units} />
            </Form.Item>
          )}
          {(kind === 'relative' || kind === 'interest') && <CadreField />}
          {kind !== 'unit' && (
            <Form.Item name="villageId" label={text.tieVillage}>
              <Select searchable allowClear aria-label={text.tieVillage} options={villages} />
            </Form.Item>
          )}
          <Form.Item name="note" label={text.remark}>
            <Input maxLength={300} autoComplete="off" />
          </Form.Item>
          <FormEnd sent={sent}>{text.addTie}</FormEnd>
        </Form>
      </PanelPart>
    </SidePanel>
  );
}

/** A cadre, found by name. */
function CadreField() {
  const text = useText().rounds;
  const [q, setQ] = useState('');
  const found = useQuery({
    queryKey: ['cadres', 'found', q],
    queryFn: ({ signal }) => call(listCadres, { query: { q, pageSize: 20 }, signal }),
    enabled: q.trim() !== '',
  });
  const options = (found.data?.items ?? []).map(({ id, name, unitName }) => ({
    ...{ value: id, label: `${name}（${unitName}）` },
  }));
  return (
    <Form.Item name="cadreId" label={text.tieCadre}>
      <Select
        allowClear
        aria-label={text.tieCadre}
        showSearch={{ filterOption: false, onSearch: setQ }}
        options={options}
      />
    </Form.Item>
  );
}
