import { useQueryClient } from '@tanstack/react-query';
import { createVillage, updateVillage } from '@xuanpai/contracts/villages';
import { Form } from 'antd';
import { call } from '../../lib/api.ts';
import { useEditAct } from '../../lib/edit-act.ts';
import { useDraft } from '../../lib/form.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { useGo } from '../../lib/links.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import { villageQuery, villagesKey } from './queries.ts';
import { VillageForm } from './village-form.tsx';
import {
  newVillageBody,
  type VillageDetail,
  type VillageValues,
  villageChanges,
} from './village-values.ts';

export function NewVillagePanel({ onClose }: { onClose: () => void }) {
  const text = useText().villages;
  const go = useGo();
  const client = useQueryClient();
  const [form] = Form.useForm<VillageValues>();
  const draft = useDraft('village.new', form);
  const act = useFormAct(form, {
    send: (values: VillageValues) => call(createVillage, { body: newVillageBody(values) }),
    onDone: async (village) => {
      draft.clear();
      showDone(text.added(village.name));
      await client.invalidateQueries({ queryKey: villagesKey });
      go(linkTo.village(village.id));
    },
  });
  return (
    <SidePanel title={text.addTitle} onClose={onClose}>
      <VillageForm isNew form={form} act={act} draft={draft} submit={text.saveNew} />
    </SidePanel>
  );
}

interface EditVillagePanelProps {
  village: VillageDetail;
  onClose: () => void;
}

/** Changes a village as it was when the panel opened; a newer version is shown and taken on request. */
export function EditVillagePanel({ village, onClose }: EditVillagePanelProps) {
  const text = useText().villages;
  const client = useQueryClient();
  const [form] = Form.useForm<VillageValues>();
  const draft = useDraft(`village.${village.id}`, form);
  const { base, act, onUseCurrent } = useEditAct(village, form, {
    send: (values: VillageValues, base) =>
      call(updateVillage, { params: { id: base.id }, body: villageChanges(values, base) }),
    onDone: async (saved) => {
      draft.clear();
      showDone(text.saved(saved.name));
      await client.invalidateQueries({ queryKey: villagesKey });
      onClose();
    },
    newest: () => client.fetchQuery({ ...villageQuery(village.id, null), staleTime: 0 }),
    fill(current) {
      draft.clear();
      form.setFieldsValue(current);
    },
  });
  return (
    <SidePanel title={text.editTitle(base.name)} onClose={onClose}>
      <VillageForm
        isNew={false}
        form={form}
        initial={base}
        act={act}
        draft={draft}
        submit={text.saveEdit}
        onUseCurrent={onUseCurrent}
      />
    </SidePanel>
  );
}
