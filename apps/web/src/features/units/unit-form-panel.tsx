import { useQueryClient } from '@tanstack/react-query';
import { createUnit, type Unit, updateUnit } from '@xuanpai/contracts/units';
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
import { unitQuery, unitsKey } from './queries.ts';
import { UnitForm } from './unit-form.tsx';
import { newUnitBody, type UnitValues, unitChanges } from './unit-values.ts';

export function NewUnitPanel({ onClose }: { onClose: () => void }) {
  const text = useText().units;
  const go = useGo();
  const client = useQueryClient();
  const [form] = Form.useForm<UnitValues>();
  const draft = useDraft('unit.new', form);
  const act = useFormAct(form, {
    send: (values: UnitValues) => call(createUnit, { body: newUnitBody(values) }),
    onDone: async (unit) => {
      draft.clear();
      showDone(text.added(unit.name));
      await client.invalidateQueries({ queryKey: unitsKey });
      go(linkTo.unit(unit.id));
    },
  });
  return (
    <SidePanel title={text.addTitle} onClose={onClose}>
      <UnitForm
        isNew
        form={form}
        initial={{ kind: 'partyGovernment', strengths: [] }}
        act={act}
        draft={draft}
        submit={text.saveNew}
      />
    </SidePanel>
  );
}

/** Changes a unit as it was when the panel opened; a newer version is shown and taken on request. */
export function EditUnitPanel({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const text = useText().units;
  const client = useQueryClient();
  const [form] = Form.useForm<UnitValues>();
  const draft = useDraft(`unit.${unit.id}`, form);
  const { base, act, onUseCurrent } = useEditAct(unit, form, {
    send: (values: UnitValues, base) =>
      call(updateUnit, { params: { id: base.id }, body: unitChanges(values, base.version) }),
    onDone: async (saved) => {
      draft.clear();
      showDone(text.saved(saved.name));
      await client.invalidateQueries({ queryKey: unitsKey });
      onClose();
    },
    newest: () => client.fetchQuery({ ...unitQuery(unit.id, null), staleTime: 0 }),
    fill(current) {
      draft.clear();
      form.setFieldsValue(current);
    },
  });
  return (
    <SidePanel title={text.editTitle(base.name)} onClose={onClose}>
      <UnitForm
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
