import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { formatMonth } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import { Select } from '../../ui/select.tsx';
import { unnamedQuery } from './queries.ts';

/** The unit's cadres of the register who aren't named yet. */
export function RegisterField({ batchId, unitId }: { batchId: string; unitId: string }) {
  const text = useText().eligibility;
  const { data, isPending } = useQuery(unnamedQuery(batchId, unitId));
  const options = (data ?? []).map(({ id, name, position, bornOn }) => ({
    value: id,
    label: [name, position, formatMonth(bornOn)].filter((part) => part).join(' '),
  }));
  return (
    <Form.Item
      name="cadreId"
      label={text.person}
      rules={[{ required: true, message: text.personMissing }]}
      {...(data?.length === 0 ? { extra: text.nobodyElse } : {})}
    >
      <Select options={options} loading={isPending} searchable />
    </Form.Item>
  );
}
