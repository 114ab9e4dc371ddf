import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { PlainDate, Tier, VillageKind } from '@xuanpai/contracts/values';
import { drawVillages } from '@xuanpai/contracts/village-draws';
import { tierWords, villageKindWords } from '@xuanpai/contracts/words';
import { Form, Input, InputNumber } from 'antd';
import { call } from '../../lib/api.ts';
import { useBatch } from '../../lib/batch.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { useTownshipOptions } from '../../lib/register-options.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { wordOptions } from '../../locales/word.ts';
import { DateField, dateComplaint, dateRule } from '../../ui/date-field.tsx';
import { FormEnd } from '../../ui/form-end.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { Select } from '../../ui/select.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { forgetInspections, populationQuery } from './queries.ts';

interface Values {
  purpose?: string;
  count?: number | null;
  townshipIds?: string[];
  kinds?: VillageKind[];
  tiers?: Tier[];
  notCheckedSince?: string | null;
}

interface DrawPanelProps {
  onClose: () => void;
  onDrawn: (id: string) => void;
}

/** From which villages how many are drawn; the seed is the system's. */
export function DrawPanel({ onClose, onDrawn }: DrawPanelProps) {
  const { inspections: text, ui } = useText();
  const client = useQueryClient();
  const townships = useTownshipOptions();
  const { batch } = useBatch();
  const [form] = Form.useForm<Values>();
  const values: Values = Form.useWatch([], form) ?? {};
  const population = useQuery(populationQuery(filterOf(values))).data?.villages;
  const sent = useFormAct(form, {
    send: (entered: Values) =>
      call(drawVillages, {
        body: {
          ...filterOf(entered),
          purpose: entered.purpose ?? '',
          count: entered.count ?? 0,
        },
      }),
    onDone: async (draw) => {
      await forgetInspections(client);
      showDone(text.drawn(draw.drawn.length));
      onDrawn(draw.id);
    },
  });
  const required = { required: true, message: text.missing };

  function filterOf({ townshipIds = [], kinds = [], tiers = [], notCheckedSince }: Values) {
    const since = dateComplaint(notCheckedSince, 'day', ui) === null ? notCheckedSince : null;
    return {
      batchId: batch?.id ?? null,
      ...{ townshipIds, kinds, tiers, notCheckedSince: (since || null) as PlainDate | null },
    };
  }

  return (
    <SidePanel title={text.draw} note={text.drawHint} width={480} onClose={onClose}>
      <PanelPart>
        <Form
          {...formLayout}
          labelCol={{ flex: '132px' }}
          form={form}
          initialValues={{ count: 5 }}
          onFinish={sent.submit}
          aria-label={text.draw}
        >
          <Form.Item
            name="purpose"
            label={text.purpose}
            extra={text.purposeHint}
            rules={[required]}
          >
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="townshipIds" label={text.townships}>
            <Select
              mode="multiple"
              searchable
              aria-label={text.townships}
              placeholder={text.allTownships}
              options={townships}
            />
          </Form.Item>
          <Form.Item name="kinds" label={text.kinds}>
            <Select
              mode="multiple"
              aria-label={text.kinds}
              placeholder={text.any}
              options={wordOptions(villageKindWords)}
            />
          </Form.Item>
          <Form.Item name="tiers" label={text.tiers}>
            <Select
              mode="multiple"
              aria-label={text.tiers}
              placeholder={text.any}
              options={wordOptions(tierWords)}
            />
          </Form.Item>
          <Form.Item
            name="notCheckedSince"
            label={text.notCheckedSince}
            extra={text.notSinceHint}
            rules={[dateRule('day', ui)]}
          >
            <DateField />
          </Form.Item>
          <Form.Item
            name="count"
            label={text.count}
            extra={population === undefined ? ' ' : text.population(population)}
            rules={[required]}
          >
            <InputNumber min={1} max={200} precision={0} controls={false} />
          </Form.Item>
          <FormEnd sent={sent}>
            {text.drawNow(Math.min(values.count ?? 0, population ?? values.count ?? 0))}
          </FormEnd>
        </Form>
      </PanelPart>
    </SidePanel>
  );
}
