import { useQueryClient } from '@tanstack/react-query';
import type { Nomination } from '@xuanpai/contracts/nominations';
import { changeRelative, type Relative } from '@xuanpai/contracts/relatives';
import type { RelativeKind } from '@xuanpai/contracts/values';
import { Form } from 'antd';
import { call } from '../../../lib/api.ts';
import { useFormAct } from '../../../lib/form-act.ts';
import { showDone } from '../../../lib/undo.ts';
import { useText } from '../../../locales/use-text.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { formLayout } from '../../../ui/form-layout.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { RelationFields } from './relation-fields.tsx';
import styles from './relatives.module.css';

interface CorrectFormProps {
  nomination: Nomination;
  relative: Relative;
  onEnd: () => void;
}

interface Values {
  relation: RelativeKind;
  note?: string;
}

/** Corrects what kin it is, or the note. */
export function CorrectForm({ nomination, relative, onEnd }: CorrectFormProps) {
  const text = useText().relatives;
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const { id: relativeId, nominationId, version } = relative;
  const act = useFormAct(form, {
    send: ({ relation, note }: Values) =>
      call(changeRelative, {
        params: { id: nomination.batchId, nominationId, relativeId },
        body: { relation, note: note?.trim() || null, version },
      }),
    onDone: async () => {
      showDone(text.corrected);
      onEnd();
      await client.invalidateQueries({ queryKey: ['nominations'] });
      await client.invalidateQueries({ queryKey: ['plans'] });
    },
  });
  return (
    <Form<Values>
      {...formLayout}
      form={form}
      initialValues={{ relation: relative.relation, note: relative.note ?? '' }}
      onFinish={act.submit}
    >
      <RelationFields />
      {act.problem && <ProblemAlert error={act.problem} />}
      <p className={styles.acts}>
        <ActButton submits busy={act.busy}>
          {text.saveCorrection}
        </ActButton>
        <TextButton onClick={onEnd}>{text.cancel}</TextButton>
      </p>
    </Form>
  );
}
