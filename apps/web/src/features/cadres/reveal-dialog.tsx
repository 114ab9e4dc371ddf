import { revealCadre } from '@xuanpai/contracts/cadres';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import { Button, Form, Input } from 'antd';
import { call } from '../../lib/api.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { useText } from '../../locales/use-text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { tallFormLayout } from '../../ui/form-layout.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { CadreDetail } from './queries.ts';

interface RevealDialogProps {
  cadre: CadreDetail;
  onShown: (data: ReplyOf<typeof revealCadre>) => void;
  onClose: () => void;
}

/** Asks why; the log has the reason before anything is shown. */
export function RevealDialog({ cadre, onShown, onClose }: RevealDialogProps) {
  const text = useText();
  const words = text.cadres;
  const [form] = Form.useForm<{ reason: string }>();
  const act = useFormAct(form, {
    send: (body: { reason: string }) => call(revealCadre, { params: { id: cadre.id }, body }),
    onDone: (data) => {
      onShown(data);
      onClose();
    },
  });
  return (
    <Dialog
      title={words.revealTitle(cadre.name)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{text.ui.cancel}</Button>
          <Button type="primary" loading={act.busy} onClick={form.submit}>
            {words.revealAct}
          </Button>
        </>
      }
    >
      <p>{words.revealBody}</p>
      <Form {...tallFormLayout} form={form} onFinish={act.submit} style={{ marginTop: 12 }}>
        <Form.Item
          name="reason"
          label={words.revealReason}
          rules={[
            { required: true, message: words.missing },
            { min: 4, message: words.reasonTooShort },
          ]}
        >
          <Input autoFocus maxLength={200} placeholder={words.revealReasonHint} />
        </Form.Item>
      </Form>
      {act.problem && <ProblemAlert error={act.problem} />}
    </Dialog>
  );
}
