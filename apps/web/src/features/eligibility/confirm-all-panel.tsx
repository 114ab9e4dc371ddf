import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import {
  confirmMembership,
  type listNominations,
  type Nomination,
} from '@xuanpai/contracts/nominations';
import { Form, Input } from 'antd';
import { call } from '../../lib/api.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import type { ListState } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { PlainTable } from '../../ui/plain-table.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import styles from './eligibility.module.css';
import { shownDate } from './party-date.ts';
import { fetchAll, type NominationQuery } from './queries.ts';

interface ConfirmAllPanelProps {
  batch: Batch;
  list: ListState<typeof listNominations>;
  onClose: () => void;
}

/** All presumed dates of the list at once, as they are. */
export function ConfirmAllPanel({ batch, list, onClose }: ConfirmAllPanelProps) {
  const text = useText().eligibility;
  const { unitIds, tier } = list.filters;
  const query = {
    presumed: 'true',
    ...(unitIds ? { unitIds } : {}),
    ...(tier ? { tier } : {}),
  } as NominationQuery;
  const everybody = useQuery({
    queryKey: ['nominations', batch.id, 'presumed', query],
    queryFn: () => fetchAll(batch.id, query),
  });
  const presumed = everybody.data;
  return (
    <SidePanel title={text.confirmTitle} note={text.confirmAllIntro} onClose={onClose}>
      {everybody.error && (
        <Failed error={everybody.error} onRetry={() => void everybody.refetch()} />
      )}
      {!presumed && !everybody.error && <Skeleton />}
      {presumed && presumed.length === 0 && <p>{text.nobodyPresumed}</p>}
      {presumed && presumed.length > 0 && (
        <>
          <ConfirmAllForm batch={batch} presumed={presumed} onDone={onClose} />
          <PanelPart title={text.people(presumed.length)}>
            <PlainTable
              label={text.confirmTitle}
              rowHeight={24}
              rows={presumed}
              rowKey={({ id }) => id}
              columns={[
                { key: 'name', title: text.name, width: 72, cell: ({ name }) => name },
                { key: 'unit', title: text.unit, cell: ({ unitName }) => unitName },
                {
                  key: 'joinedOn',
                  title: text.joinedOn,
                  width: 84,
                  align: 'end',
                  cell: ({ joinedOn }) => shownDate(joinedOn),
                },
                {
                  key: 'presumed',
                  title: text.presumedOn,
                  width: 84,
                  align: 'end',
                  cell: ({ presumedFullMemberOn }) => shownDate(presumedFullMemberOn),
                },
              ]}
            />
          </PanelPart>
        </>
      )}
    </SidePanel>
  );
}

interface ConfirmAllFormProps {
  batch: Batch;
  presumed: readonly Nomination[];
  onDone: () => void;
}

function ConfirmAllForm({ batch, presumed, onDone }: ConfirmAllFormProps) {
  const text = useText().eligibility;
  const client = useQueryClient();
  const [form] = Form.useForm<{ document: string }>();
  const act = useFormAct(form, {
    send: ({ document }: { document: string }) =>
      call(confirmMembership, {
        params: { id: batch.id },
        body: {
          nominations: presumed.map(({ id }) => ({ nominationId: id })),
          document,
        },
      }),
    onDone: async ({ confirmed }) => {
      await client.invalidateQueries();
      showDone(text.confirmedAll(confirmed));
      onDone();
    },
  });
  return (
    <Form {...formLayout} form={form} onFinish={act.submit} className={styles.choice ?? ''}>
      <Form.Item
        name="document"
        label={text.document}
        rules={[{ required: true, whitespace: true, message: text.documentMissing }]}
      >
        <Input maxLength={200} placeholder={text.confirmDocumentExample} />
      </Form.Item>
      {act.problem && (
        <Form.Item>
          <ProblemAlert error={act.problem} />
        </Form.Item>
      )}
      <ActButton kind="primary" submits busy={act.busy}>
        {text.confirmAllAct(presumed.length)}
      </ActButton>
    </Form>
  );
}
