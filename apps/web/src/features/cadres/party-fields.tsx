import { Form, Input } from 'antd';
import { useText } from '../../locales/use-text.ts';
import { DateField, dateRule } from '../../ui/date-field.tsx';

/** Political status and the dates that eligibility hangs on. */
export function PartyFields() {
  const text = useText();
  const words = text.cadres;
  return (
    <>
      <Form.Item name="politicalStatus" label={words.politicalStatus}>
        <Input autoComplete="off" maxLength={20} />
      </Form.Item>
      {(['joinedOn', 'fullMemberOn'] as const).map((field) => (
        <Form.Item
          key={field}
          name={field}
          label={words[field]}
          rules={[dateRule('either', text.ui)]}
        >
          <DateField precision="either" style={{ width: 200 }} />
        </Form.Item>
      ))}
    </>
  );
}
