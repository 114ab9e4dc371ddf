import type { StaffingType } from '@xuanpai/contracts/values';
import {
  managementAuthorityWords,
  rankWords,
  specialityWords,
  staffingTypeWords,
} from '@xuanpai/contracts/words';
import { Form, Input } from 'antd';
import { useUnitOptions } from '../../lib/register-options.ts';
import { useText } from '../../locales/use-text.ts';
import { wordOptions } from '../../locales/word.ts';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';

interface WorkFieldsProps {
  /** What the register has: where it changes, it is asked from when. */
  staffingType?: StaffingType;
}

/** Unit, position and what dispatch goes by. */
export function WorkFields({ staffingType }: WorkFieldsProps) {
  const text = useText();
  const typed: StaffingType | undefined = Form.useWatch('staffingType');
  const words = text.cadres;
  const units = useUnitOptions();
  const required = [{ required: true, message: words.missing }];
  return (
    <>
      <Form.Item name="unitId" label={words.unit} rules={required}>
        <Select options={units} searchable />
      </Form.Item>
      <Form.Item name="position" label={words.position}>
        <Input autoComplete="off" maxLength={60} />
      </Form.Item>
      <Form.Item name="rank" label={words.rank} rules={required}>
        <Select options={wordOptions(rankWords)} />
      </Form.Item>
      <Form.Item name="staffingType" label={words.staffingType} rules={required}>
        <Select options={wordOptions(staffingTypeWords)} />
      </Form.Item>
      {staffingType && typed && typed !== staffingType && (
        <Form.Item
          name="staffingSince"
          label={words.staffingSince}
          extra={words.staffingSinceHint}
          rules={[dateRule('day', text.ui)]}
        >
          <DateField precision="day" style={{ width: 200 }} />
        </Form.Item>
      )}
      <Form.Item name="managementAuthority" label={words.managementAuthority}>
        <Select options={wordOptions(managementAuthorityWords)} allowClear />
      </Form.Item>
      <Form.Item name="speciality" label={words.speciality} rules={required}>
        <Select options={wordOptions(specialityWords)} />
      </Form.Item>
      <Form.Item
        name="workingSince"
        label={words.workingSince}
        rules={[dateRule('either', text.ui)]}
      >
        <DateField precision="either" style={{ width: 200 }} />
      </Form.Item>
    </>
  );
}
