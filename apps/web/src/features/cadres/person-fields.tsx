import { Form, Input } from 'antd';
import { useText } from '../../locales/use-text.ts';

const plain = [
  ['ethnicity', 20],
  ['nativePlace', 60],
  ['education', 40],
  ['homeTownship', 40],
  ['phone', 30],
] as const;

const sealed = [
  ['homeAddress', 200],
  ['health', 60],
] as const;

/** The person's own facts; address and health are kept sealed and don't come back into the form. */
export function PersonFields({ isNew }: { isNew: boolean }) {
  const text = useText().cadres;
  return (
    <>
      {plain.map(([field, longest]) => (
        <Form.Item key={field} name={field} label={text[field]}>
          <Input autoComplete="off" maxLength={longest} />
        </Form.Item>
      ))}
      {sealed.map(([field, longest]) => (
        <Form.Item key={field} name={field} label={text[field]}>
          <Input autoComplete="off" maxLength={longest} placeholder={isNew ? '' : text.unchanged} />
        </Form.Item>
      ))}
      <Form.Item name="note" label={text.cadreNote}>
        <Input.TextArea autoSize maxLength={500} />
      </Form.Item>
    </>
  );
}
