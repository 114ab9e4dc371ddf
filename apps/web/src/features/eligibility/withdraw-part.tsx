import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  type Nomination,
  restoreNomination,
  withdrawNomination,
} from '@xuanpai/contracts/nominations';
import { Form, Input } from 'antd';
import { call } from '../../lib/api.ts';
import { useCan } from '../../lib/can.tsx';
import { useFormAct } from '../../lib/form-act.ts';
import { formatInstantDay } from '../../lib/format.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { PanelPart } from '../../ui/side-panel.tsx';
import styles from './eligibility.module.css';

/** 退出人选, before the issue and after it; taken back while no issued plan rests on it. */
export function WithdrawPart({ nomination }: { nomination: Nomination }) {
  const text = useText().eligibility;
  const may = useCan('nominations.replace');
  const { state, withdrawn, post, name } = nomination;
  if (state === 'replaced' || (state === 'active' && !may)) return null;
  return (
    <PanelPart title={text.withdraw}>
      {withdrawn && (
        <p className={styles.intro}>
          {text.withdrawnBy(withdrawn.by, formatInstantDay(withdrawn.at), withdrawn.reason)}
        </p>
      )}
      {post && <p className={styles.intro}>{text.staysInPost(name, post.villageName)}</p>}
      {state === 'active' && <WithdrawForm nomination={nomination} />}
      {state === 'withdrawn' && may && <RestoreButton nomination={nomination} />}
    </PanelPart>
  );
}

function WithdrawForm({ nomination }: { nomination: Nomination }) {
  const text = useText().eligibility;
  const client = useQueryClient();
  const [form] = Form.useForm<{ reason: string }>();
  const act = useFormAct(form, {
    send: ({ reason }: { reason: string }) =>
      call(withdrawNomination, {
        params: idsOf(nomination),
        body: { reason, version: nomination.version },
      }),
    onDone: async () => {
      showDone(text.withdrawnDone(nomination.name));
      await client.invalidateQueries();
    },
  });
  return (
    <Form {...formLayout} form={form} onFinish={act.submit}>
      <Form.Item
        name="reason"
        label={text.withdrawReason}
        rules={[{ required: true, whitespace: true, message: text.reasonMissing }]}
      >
        <Input maxLength={200} placeholder={text.withdrawExample} />
      </Form.Item>
      {act.problem && <ProblemAlert error={act.problem} />}
      <ActButton submits busy={act.busy}>
        {text.withdrawAct(nomination.name)}
      </ActButton>
    </Form>
  );
}

function RestoreButton({ nomination }: { nomination: Nomination }) {
  const text = useText().eligibility;
  const client = useQueryClient();
  const restore = useMutation({
    mutationFn: () =>
      call(restoreNomination, {
        params: idsOf(nomination),
        body: { version: nomination.version },
      }),
    onSuccess: async () => {
      showDone(text.restoredDone(nomination.name));
      await client.invalidateQueries();
    },
  });
  return (
    <>
      {restore.error && <ProblemAlert error={restore.error} />}
      <ActButton busy={restore.isPending} onClick={() => restore.mutate()}>
        {text.restore}
      </ActButton>
    </>
  );
}

function idsOf({ id, batchId }: Nomination) {
  return { id: batchId, nominationId: id };
}
