import { useQueryClient } from '@tanstack/react-query';
import {
  decideHelp,
  dropHelp,
  type Help,
  reopenHelp,
  reportHelp,
  withdrawHelp,
} from '@xuanpai/contracts/help';
import { hasAmount, restOf } from '@xuanpai/domain/support/help';
import { Form } from 'antd';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { WordedAct } from '../../ui/asked-act.tsx';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { PanelPart } from '../../ui/side-panel.tsx';
import { DoneFields, Figures } from './enter-help-panel.tsx';
import { type DoneValues, doneOf } from './help-values.ts';
import { forgetSupport } from './queries.ts';
import styles from './support.module.css';

/** What can be done with a piece of help as it stands; nothing where nothing can. */
export function HelpActs({ help }: { help: Help }) {
  const text = useText().support;
  const { acts } = help;
  if (acts.length === 0) return null;
  return (
    <PanelPart title={acts.includes('report') ? text.sendReport : text.decision}>
      {acts.includes('report') && <ReportForm help={help} />}
      <div className={styles.acts}>
        {acts.includes('confirm') && <Confirm help={help} />}
        {acts.includes('return') && <Reasoned help={help} act="return" />}
        {acts.includes('withdraw') && <Withdraw help={help} />}
        {acts.includes('drop') && <Reasoned help={help} act="drop" />}
        {acts.includes('reopen') && <Reasoned help={help} act="reopen" />}
      </div>
    </PanelPart>
  );
}

function ReportForm({ help }: { help: Help }) {
  const { support: text, ui } = useText();
  const client = useQueryClient();
  const { today } = useDay();
  const [form] = Form.useForm<DoneValues>();
  const values: Partial<DoneValues> = Form.useWatch([], form) ?? {};
  const { id, kind, version } = help;
  const sent = useFormAct(form, {
    send: (entered: DoneValues) =>
      call(reportHelp, { params: { id }, body: { version, ...doneOf(kind, entered) } }),
    onDone: async () => {
      await forgetSupport(client);
      showDone(text.helpReported(help.helperName));
    },
  });
  const fen = (money: string | null | undefined) =>
    money && /^\d+\.\d{2}$/.test(money) ? Math.round(Number(money) * 100) : null;
  const rest = hasAmount(kind)
    ? restOf(fen(help.amount), fen(values.amount))
    : restOf(help.quantity, values.quantity ?? null);
  return (
    <Form
      {...formLayout}
      form={form}
      initialValues={{
        doneOn: help.doneOn ?? today,
        amount: help.doneAmount ?? help.amount,
        quantity: help.doneQuantity ?? help.quantity,
        text: help.doneText ?? '',
      }}
      onFinish={sent.submit}
      aria-label={text.sendReport}
    >
      <Figures kind={kind} />
      {rest > 0 && (
        <Form.Item
          name="restDueOn"
          label={text.restDue}
          extra={text.restHint}
          rules={[dateRule('day', ui)]}
        >
          <DateField />
        </Form.Item>
      )}
      <DoneFields />
      {sent.problem && (
        <Form.Item>
          <ProblemAlert error={sent.problem} />
        </Form.Item>
      )}
      <Form.Item>
        <ActButton kind="primary" submits busy={sent.busy}>
          {text.report}
        </ActButton>
      </Form.Item>
    </Form>
  );
}

function Confirm({ help }: { help: Help }) {
  const text = useText().support;
  const { id, version } = help;
  return (
    <Sent
      label={text.confirm}
      primary
      send={() => call(decideHelp, { params: { id }, body: { confirm: true, version } })}
      said={text.confirmed(help.helperName)}
    />
  );
}

function Withdraw({ help }: { help: Help }) {
  const text = useText().support;
  const { id, version } = help;
  return (
    <Sent
      label={text.withdraw}
      send={() => call(withdrawHelp, { params: { id }, body: { version } })}
      said={text.withdrawn}
    />
  );
}

interface SentProps {
  label: string;
  primary?: boolean;
  send: () => Promise<unknown>;
  said: string;
}

/** One button that says what it does; a refusal stands below it. */
function Sent({ label, primary = false, send, said }: SentProps) {
  const client = useQueryClient();
  const [form] = Form.useForm<object>();
  const sent = useFormAct(form, {
    send,
    onDone: async () => {
      await forgetSupport(client);
      showDone(said);
    },
  });
  return (
    <Form form={form} onFinish={sent.submit} aria-label={label}>
      <ActButton kind={primary ? 'primary' : 'secondary'} submits busy={sent.busy}>
        {label}
      </ActButton>
      {sent.problem && <ProblemAlert error={sent.problem} />}
    </Form>
  );
}

/** An act that asks for its reason. */
function Reasoned({ help, act }: { help: Help; act: 'return' | 'drop' | 'reopen' }) {
  const text = useText().support;
  const client = useQueryClient();
  const { id, version } = help;
  const said = {
    return: text.returned(help.helperName),
    drop: text.dropped,
    reopen: text.reopened,
  };
  return (
    <WordedAct
      act={text[act]}
      title={act === 'return' ? text.returnTitle : text[act]}
      body={act === 'reopen' ? text.reopenBody : undefined}
      field={{ label: text.reason, most: 300 }}
      run={async (reason) => {
        const body = { version, reason };
        if (act === 'return') {
          await call(decideHelp, { params: { id }, body: { ...body, confirm: false } });
        } else if (act === 'drop') await call(dropHelp, { params: { id }, body });
        else await call(reopenHelp, { params: { id }, body });
        await forgetSupport(client);
        showDone(said[act]);
      }}
    />
  );
}
