import { useQueryClient } from '@tanstack/react-query';
import {
  createEnterprise,
  type Enterprise,
  updateEnterprise,
} from '@xuanpai/contracts/enterprises';
import { Form, Input } from 'antd';
import { call } from '../../lib/api.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { useReach } from '../../lib/reach.ts';
import { useTownshipOptions } from '../../lib/register-options.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { FormEnd } from '../../ui/form-end.tsx';
import { tallFormLayout } from '../../ui/form-layout.ts';
import { Select } from '../../ui/select.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { forgetSupport } from './queries.ts';

interface EnterpriseValues {
  name?: string;
  creditCode?: string;
  industry?: string;
  townshipId?: string;
  contactName?: string;
  contactPhone?: string;
  note?: string;
}

interface EnterpriseFormPanelProps {
  /** Null: a new one. */
  enterprise: Enterprise | null;
  onClose: () => void;
  onSaved: (id: string) => void;
}

/** An enterprise of the register; a township keeps its own, the district those from outside too. */
export function EnterpriseFormPanel({ enterprise, onClose, onSaved }: EnterpriseFormPanelProps) {
  const text = useText().support;
  const client = useQueryClient();
  const [form] = Form.useForm<EnterpriseValues>();
  const reach = useReach('enterprises.write', 'sheets');
  const all = useTownshipOptions();
  const own = reach === 'all' || reach === 'none' ? null : reach.townshipIds;
  const townships = own ? all.filter(({ value }) => own.includes(value)) : all;
  const title = enterprise ? text.editEnterprise : text.addEnterprise;
  const sent = useFormAct(form, {
    send: ({ name = '', townshipId, ...texts }: EnterpriseValues) => {
      const empty = Object.entries(texts).map(([field, value]) => [field, value || null]);
      const body = { name, townshipId: townshipId || null, ...Object.fromEntries(empty) };
      if (!enterprise) return call(createEnterprise, { body });
      const { id, version } = enterprise;
      return call(updateEnterprise, { params: { id }, body: { ...body, version } });
    },
    onDone: async (saved) => {
      await forgetSupport(client);
      showDone(text.enterpriseSaved(saved.name));
      onSaved(saved.id);
    },
  });
  const field = (name: keyof EnterpriseValues, label: string, most: number, extra?: string) => (
    <Form.Item name={name} label={label} extra={extra}>
      <Input autoComplete="off" maxLength={most} />
    </Form.Item>
  );
  return (
    <SidePanel title={title} note={enterprise?.name} onClose={onClose}>
      <PanelPart>
        <Form
          {...tallFormLayout}
          form={form}
          initialValues={enterprise ?? (own ? { townshipId: own[0] } : {})}
          onFinish={sent.submit}
          aria-label={title}
        >
          <Form.Item
            name="name"
            label={text.name}
            rules={[{ required: true, message: text.missing }]}
          >
            <Input autoComplete="off" maxLength={80} />
          </Form.Item>
          {field('creditCode', text.creditCode, 30, text.creditCodeHint)}
          <Form.Item name="townshipId" label={text.township}>
            <Select
              allowClear={own === null}
              aria-label={text.township}
              placeholder={own ? text.choose : text.outside}
              options={townships}
            />
          </Form.Item>
          {field('industry', text.industry, 60)}
          {field('contactName', text.contact, 40)}
          {field('contactPhone', text.phone, 30)}
          {field('note', text.note, 500)}
          <FormEnd sent={sent}>{text.saveEnterprise}</FormEnd>
        </Form>
      </PanelPart>
    </SidePanel>
  );
}
