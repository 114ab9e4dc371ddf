import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import { createNomination } from '@xuanpai/contracts/nominations';
import { Form, Radio } from 'antd';
import { call } from '../../lib/api.ts';
import { useDraft } from '../../lib/form.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Select } from '../../ui/select.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { NewCadreFields } from './new-cadre-fields.tsx';
import { ownUnitsQuery } from './queries.ts';
import { RegisterField } from './register-field.tsx';
import { categoryOptions, type NameValues, namingBody } from './replacement.ts';
import type { Chosen } from './use-chosen.ts';

/** 提名: somebody more of a unit, from the register or entered here. */
export function NamePanel({ batch, chosen }: { batch: Batch; chosen: Chosen }) {
  const text = useText().eligibility;
  const client = useQueryClient();
  const [form] = Form.useForm<NameValues>();
  const draft = useDraft(`name.${batch.id}`, form);
  const { data: units } = useQuery(ownUnitsQuery);
  const unitId = Form.useWatch('unitId', form);
  const from = Form.useWatch('from', form) ?? 'new';
  const unit = units?.find(({ id }) => id === unitId);
  const tier = unit?.kind === 'townshipOffice' ? 'township' : 'district';
  const act = useFormAct(form, {
    send: (values: NameValues) =>
      call(createNomination, {
        params: { id: batch.id },
        body: namingBody(values, values.unitId),
      }),
    onDone: async (named) => {
      draft.clear();
      await client.invalidateQueries();
      showDone(text.namedDone(named.name));
      chosen.open(named.id);
    },
  });
  return (
    <SidePanel title={text.nameTitle} note={text.nameIntro} onClose={chosen.close}>
      <PanelPart>
        <Form
          {...formLayout}
          form={form}
          initialValues={{ from: 'new', cadre: { politicalStatus: '中共党员' } }}
          onValuesChange={draft.onValuesChange}
          onFinish={act.submit}
        >
          <Form.Item
            name="unitId"
            label={text.unit}
            rules={[{ required: true, message: text.unitMissing }]}
          >
            <Select
              searchable
              loading={!units}
              options={(units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
          {unit && (
            <>
              <Form.Item name="from" label={text.from}>
                <Radio.Group
                  options={[
                    { value: 'register', label: text.fromRegister },
                    { value: 'new', label: text.fromNew },
                  ]}
                />
              </Form.Item>
              {from === 'register' ? (
                <RegisterField key={unit.id} batchId={batch.id} unitId={unit.id} />
              ) : (
                <NewCadreFields />
              )}
              <Form.Item
                key={tier}
                name="category"
                label={text.category}
                rules={[{ required: true, message: text.missing }]}
              >
                <Select options={categoryOptions(tier)} />
              </Form.Item>
            </>
          )}
          {act.problem && (
            <Form.Item>
              <ProblemAlert error={act.problem} />
            </Form.Item>
          )}
          <ActButton kind="primary" submits busy={act.busy}>
            {text.nameSomebody}
          </ActButton>
        </Form>
      </PanelPart>
    </SidePanel>
  );
}
