import { useQuery, useQueryClient } from '@tanstack/react-query';
import { enterHelp } from '@xuanpai/contracts/help';
import { type HelpKind, helpKinds, helpKindWords } from '@xuanpai/contracts/support-words';
import { hasAmount, hasQuantity } from '@xuanpai/domain/support/help';
import { Form, Input, InputNumber, Radio } from 'antd';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { useDraft, useOnlyChoice } from '../../lib/form.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { useVillageOptions } from '../../lib/register-options.ts';
import { showDone } from '../../lib/undo.ts';
import { useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { FormEnd } from '../../ui/form-end.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { MoneyField, positiveMoneyRule } from '../../ui/money-field.tsx';
import { Select } from '../../ui/select.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { bodyOf, type HelpValues, useHelpers } from './help-values.ts';
import { forgetSupport, projectListQuery } from './queries.ts';

interface EnterHelpPanelProps {
  onClose: () => void;
  onEntered: (id: string) => void;
}

/** A promise with its day, or what was done already: by the unit's liaison or the township. */
export function EnterHelpPanel({ onClose, onEntered }: EnterHelpPanelProps) {
  const { support: text, ui } = useText();
  const client = useQueryClient();
  const { today } = useDay();
  const [form] = Form.useForm<HelpValues>();
  const draft = useDraft('enterHelp', form);
  const [asked] = useUrlValue('village');
  const values: Partial<HelpValues> = Form.useWatch([], form) ?? {};
  const { villageId, mode = 'promise', kind = 'money' } = values;
  const villages = useVillageOptions();
  const helpers = useHelpers(villageId);
  useOnlyChoice(form, 'villageId', villages);
  useOnlyChoice(form, 'helper', helpers);
  const sent = useFormAct(form, {
    send: (entered: HelpValues) => call(enterHelp, { body: bodyOf(entered) }),
    onDone: async (help) => {
      draft.clear();
      await forgetSupport(client);
      const said = help.state === 'promised' ? text.helpPromised : text.helpReported;
      showDone(said(help.helperName));
      onEntered(help.id);
    },
  });
  const required = { required: true, message: text.missing };
  return (
    <SidePanel title={text.enterHelp} note={text.enterHelpNote} width={480} onClose={onClose}>
      <PanelPart>
        <Form
          {...formLayout}
          form={form}
          initialValues={{ mode: 'promise', kind: 'money', doneOn: today, villageId: asked }}
          onValuesChange={draft.onValuesChange}
          onFinish={sent.submit}
          aria-label={text.enterHelp}
        >
          <Form.Item name="villageId" label={text.village} rules={[required]}>
            <Select searchable aria-label={text.village} options={villages} />
          </Form.Item>
          <Form.Item name="helper" label={text.helper} rules={[required]}>
            <Select searchable aria-label={text.helper} options={helpers} />
          </Form.Item>
          <Form.Item name="mode" label={text.mode}>
            <Radio.Group
              options={(['promise', 'done'] as const).map((value) => ({
                value,
                label: text.modes[value],
              }))}
            />
          </Form.Item>
          <Form.Item name="kind" label={text.kind}>
            <Radio.Group
              options={helpKinds.map((value) => ({ value, label: word(helpKindWords[value]) }))}
            />
          </Form.Item>
          <Form.Item
            name="content"
            label={text.content}
            extra={text.contentHint}
            rules={[required]}
          >
            <Input autoComplete="off" maxLength={200} />
          </Form.Item>
          <Figures kind={kind} />
          {kind === 'project' && <ProjectField villageId={villageId} />}
          {mode === 'promise' ? (
            <Form.Item name="dueOn" label={text.dueOn} rules={[required, dateRule('day', ui)]}>
              <DateField />
            </Form.Item>
          ) : (
            <DoneFields />
          )}
          <FormEnd sent={sent}>{mode === 'promise' ? text.sendPromise : text.sendReport}</FormEnd>
        </Form>
      </PanelPart>
    </SidePanel>
  );
}

/** The figures that a kind has. */
export function Figures({ kind }: { kind: HelpKind }) {
  const { support: text, ui } = useText();
  if (hasAmount(kind)) {
    const rules = [
      ...(kind === 'money' ? [{ required: true, message: text.missing }] : []),
      positiveMoneyRule(ui),
    ];
    return (
      <Form.Item name="amount" label={text.amount} rules={rules}>
        <MoneyField />
      </Form.Item>
    );
  }
  if (!hasQuantity(kind)) return null;
  return (
    <Form.Item name="quantity" label={text.quantity[kind === 'training' ? 'training' : 'visits']}>
      <InputNumber min={1} max={1_000_000} precision={0} controls={false} />
    </Form.Item>
  );
}

/** When it was done, and what. */
export function DoneFields() {
  const { support: text, ui } = useText();
  const required = { required: true, message: text.missing };
  return (
    <>
      <Form.Item name="doneOn" label={text.doneDay} rules={[required, dateRule('day', ui)]}>
        <DateField />
      </Form.Item>
      <Form.Item name="text" label={text.doneText} extra={text.doneTextHint} rules={[required]}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </>
  );
}

export function ProjectField({ villageId }: { villageId: string | undefined }) {
  const text = useText().support;
  const query = { villageIds: villageId ?? '', pageSize: 200 };
  const { data } = useQuery({
    ...projectListQuery(query),
    enabled: villageId !== undefined && villageId !== '',
  });
  const options = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form.Item name="projectId" label={text.projectOf} extra={text.projectOfHint}>
      <Select allowClear aria-label={text.projectOf} options={options} />
    </Form.Item>
  );
}
