import { Checkbox, Form, Input } from 'antd';
import { useText } from '../../locales/use-text.ts';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './term-end.module.css';

/** What a form of a handover holds, as far as it is filled in. */
export interface LineValues {
  items?: { text?: string; done?: boolean }[];
}

/** The lines as they are sent: those with words. */
export function linesOf({ items = [] }: LineValues): { text: string; done: boolean }[] {
  return items.flatMap(({ text, done = false }) => (text?.trim() ? [{ text, done }] : []));
}

/** What goes over to the village, line by line, each ticked once it has; in a form, as `items`. */
export function HandoverLines() {
  const text = useText().termEnds;
  return (
    <Form.List name="items">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className={styles.line}>
              <Form.Item name={[name, 'text']} style={{ margin: 0 }}>
                <Input aria-label={text.item} maxLength={200} autoComplete="off" />
              </Form.Item>
              <Form.Item name={[name, 'done']} valuePropName="checked" noStyle>
                <Checkbox>{text.done}</Checkbox>
              </Form.Item>
              <TextButton onClick={() => remove(name)}>{text.removeItem}</TextButton>
            </div>
          ))}
          <Form.Item>
            <TextButton onClick={() => add({ text: '', done: false })}>{text.addItem}</TextButton>
          </Form.Item>
        </>
      )}
    </Form.List>
  );
}
