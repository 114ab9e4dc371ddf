import { useQueryClient } from '@tanstack/react-query';
import { updateCadre } from '@xuanpai/contracts/cadres';
import { Form, Input } from 'antd';
import { call } from '../../lib/api.ts';
import { useEditAct } from '../../lib/edit-act.ts';
import { useDraft } from '../../lib/form.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import { CadreForm } from './cadre-form.tsx';
import { type CadreValues, cadreChanges, isCorrection, valuesOf } from './cadre-values.ts';
import { type CadreDetail, cadreQuery, cadresKey } from './queries.ts';

interface EditCadrePanelProps {
  cadre: CadreDetail;
  onClose: () => void;
}

/** Changes a person as it was when the panel opened; changed Party dates ask for their document. */
export function EditCadrePanel({ cadre, onClose }: EditCadrePanelProps) {
  const text = useText().cadres;
  const client = useQueryClient();
  const [form] = Form.useForm<CadreValues>();
  const draft = useDraft(`cadre.${cadre.id}`, form);
  const { base, act, onUseCurrent } = useEditAct(cadre, form, {
    send: (values: CadreValues, base) =>
      call(updateCadre, { params: { id: base.id }, body: cadreChanges(values, base.version) }),
    onDone: async (saved) => {
      draft.clear();
      showDone(correcting ? text.corrected(saved.name) : text.saved(saved.name));
      await client.invalidateQueries({ queryKey: cadresKey });
      onClose();
    },
    newest: () => client.fetchQuery({ ...cadreQuery(cadre.id, null), staleTime: 0 }),
    fill(current) {
      draft.clear();
      form.setFieldsValue(valuesOf(current));
    },
  });
  const dates = {
    joinedOn: Form.useWatch('joinedOn', form) ?? null,
    fullMemberOn: Form.useWatch('fullMemberOn', form) ?? null,
  };
  const correcting =
    form.isFieldsTouched(['joinedOn', 'fullMemberOn']) && isCorrection(dates, base);
  return (
    <SidePanel title={text.editTitle(base.name)} onClose={onClose}>
      <CadreForm
        form={form}
        initial={valuesOf(base)}
        idNumberMask={base.idNumberMask}
        act={act}
        draft={draft}
        submit={correcting ? text.saveCorrection : text.saveEdit}
        document={
          correcting && (
            <Form.Item
              name="document"
              label={text.membershipDocument}
              extra={text.documentHint}
              rules={[{ required: true, message: text.missing }]}
            >
              <Input autoComplete="off" maxLength={200} />
            </Form.Item>
          )
        }
        onUseCurrent={onUseCurrent}
      />
    </SidePanel>
  );
}
