import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createPairing } from '@xuanpai/contracts/enterprises';
import type { PlainDate } from '@xuanpai/contracts/values';
import { Form } from 'antd';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { useVillageOptions } from '../../lib/register-options.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Select } from '../../ui/select.tsx';
import { enterpriseListQuery, forgetSupport } from './queries.ts';

interface PairValues {
  other?: string;
  startsOn?: string | null;
  endsOn?: string | null;
}

type PairFormProps = { enterpriseId: string } | { villageId: string };

/** Pairs the enterprise with a village, or the village with an enterprise. */
export function PairForm(props: PairFormProps) {
  const { support: text, ui } = useText();
  const client = useQueryClient();
  const { today } = useDay();
  const [form] = Form.useForm<PairValues>();
  const ofVillage = 'villageId' in props;
  const villages = useVillageOptions();
  const { data } = useQuery({
    ...enterpriseListQuery({ pageSize: 200 }),
    enabled: ofVillage,
  });
  const options = ofVillage
    ? (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
    : villages;
  const sent = useFormAct(form, {
    send: ({ other = '', startsOn, endsOn }: PairValues) =>
      call(createPairing, {
        body: {
          ...(ofVillage
            ? { villageId: props.villageId, enterpriseId: other }
            : { enterpriseId: props.enterpriseId, villageId: other }),
          startsOn: startsOn as PlainDate,
          endsOn: (endsOn || null) as PlainDate | null,
        },
      }),
    onDone: async (pairing) => {
      await forgetSupport(client);
      showDone(text.paired(pairing.enterpriseName));
    },
  });
  const required = { required: true, message: text.missing };
  const label = ofVillage ? text.enterprise : text.village;
  return (
    <Form
      {...formLayout}
      form={form}
      initialValues={{ startsOn: today }}
      onFinish={sent.submit}
      aria-label={text.pair}
    >
      <Form.Item name="other" label={label} rules={[required]}>
        <Select searchable aria-label={label} placeholder={text.choose} options={options} />
      </Form.Item>
      <Form.Item name="startsOn" label={text.from} rules={[required, dateRule('day', ui)]}>
        <DateField />
      </Form.Item>
      <Form.Item
        name="endsOn"
        label={text.until}
        extra={text.untilHint}
        rules={[dateRule('day', ui)]}
      >
        <DateField />
      </Form.Item>
      {sent.problem && (
        <Form.Item>
          <ProblemAlert error={sent.problem} />
        </Form.Item>
      )}
      <ActButton kind={ofVillage ? 'primary' : 'secondary'} submits busy={sent.busy}>
        {text.pair}
      </ActButton>
    </Form>
  );
}
