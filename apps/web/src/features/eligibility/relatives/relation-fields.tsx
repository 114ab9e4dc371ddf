import { type RelativeKind, relativeKinds } from '@xuanpai/contracts/values';
import { relativeKindWords } from '@xuanpai/contracts/words';
import { Form, Input } from 'antd';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { Select } from '../../../ui/select.tsx';

/** What kin it is, and who in which office. */
export function RelationFields() {
  const text = useText().relatives;
  const required = useText().wishes.choose;
  return (
    <>
      <Form.Item
        name="relation"
        label={text.relation}
        rules={[{ required: true, message: required }]}
      >
        <Select<RelativeKind>
          options={relativeKinds.map((value) => ({ value, label: word(relativeKindWords[value]) }))}
        />
      </Form.Item>
      <Form.Item name="note" label={text.noteField}>
        <Input maxLength={200} placeholder={text.notePlaceholder} />
      </Form.Item>
    </>
  );
}
