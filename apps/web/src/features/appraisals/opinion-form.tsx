import { useQueryClient } from '@tanstack/react-query';
import { type AppraisalRow, writeAppraisal } from '@xuanpai/contracts/appraisals';
import { Form, Input } from 'antd';
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { call } from '../../lib/api.ts';
import type { ApiProblem } from '../../lib/api-problem.ts';
import { showProblem, useDraft } from '../../lib/form.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { tallFormLayout } from '../../ui/form-layout.ts';
import { Mark } from '../../ui/mark.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import styles from './appraisals.module.css';
import { forgetAppraisals } from './queries.ts';

export interface OpinionHandle {
  /** Saves what was typed and gives the row as it is then; null where it can't be saved. */
  save: () => Promise<AppraisalRow | null>;
}

interface OpinionFormProps {
  row: AppraisalRow;
  handle: Ref<OpinionHandle>;
}

interface Values {
  opinion?: string;
}

/** The township's words on somebody; kept through reloads until they are saved. */
export function OpinionForm({ row, handle }: OpinionFormProps) {
  const text = useText().appraisals;
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const { assignmentId, period, newest } = row;
  const draft = useDraft(`appraisal.${assignmentId}.${period}`, form);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const typed = (Form.useWatch('opinion', form) ?? '').trim();
  const saved = useRef(newest?.opinion ?? '');
  useImperativeHandle(handle, () => ({ save }));

  async function save(): Promise<AppraisalRow | null> {
    const opinion = ((form.getFieldValue('opinion') as string | undefined) ?? '').trim();
    if (opinion === saved.current || opinion === '') return row;
    setBusy(true);
    try {
      const written = await call(writeAppraisal, {
        params: { assignmentId, period },
        body: { opinion, version: newest?.version ?? 0 },
      });
      saved.current = opinion;
      setProblem(null);
      draft.clear();
      await forgetAppraisals(client);
      return written;
    } catch (error) {
      setProblem(showProblem(form, error));
      return null;
    } finally {
      setBusy(false);
    }
  }

  return (
    <Form
      {...tallFormLayout}
      form={form}
      initialValues={{ opinion: newest?.opinion }}
      onValuesChange={draft.onValuesChange}
      onFinish={() => void save()}
      aria-label={text.write}
    >
      {newest?.returnReason && (
        <p className={styles.returned}>
          <Mark shape="back" tone="amber" />{' '}
          {text.returnedBy(newest.returnedByName ?? '', newest.returnReason)}
        </p>
      )}
      {newest?.reason && <p className={styles.muted}>{text.correctionOf(newest.reason)}</p>}
      <Form.Item name="opinion" label={text.opinion} extra={text.opinionHint}>
        <Input.TextArea autoFocus rows={7} maxLength={2000} />
      </Form.Item>
      {problem && (
        <Form.Item>
          <ProblemAlert error={problem} />
        </Form.Item>
      )}
      <div className={styles.acts}>
        <ActButton submits busy={busy} blocked={typed === '' ? text.nothingTyped : null}>
          {text.save}
        </ActButton>
        <span className={styles.muted}>
          {typed !== '' && typed === saved.current ? text.savedSign : text.saveHint}
        </span>
      </div>
    </Form>
  );
}
