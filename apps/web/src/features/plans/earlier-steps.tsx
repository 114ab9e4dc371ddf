import { Form, Input } from 'antd';
import { useText } from '../../locales/use-text.ts';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './earlier-steps.module.css';

/** Consultation and department meeting, recorded where they were taken. */
export function EarlierSteps() {
  const { publication: text, ui } = useText();
  const kinds = (['consultation', 'departmentMeeting'] as const).map((value) => ({
    value,
    label: text.step[value],
  }));
  return (
    <Form.List name="earlierSteps">
      {(fields, { add, remove }) => (
        <Form.Item label={text.earlier}>
          {fields.map(({ key, name }) => (
            <div key={key} className={styles.step}>
              <Form.Item name={[name, 'kind']} noStyle initialValue="consultation">
                <Select aria-label={text.stepKind} options={kinds} style={{ width: 120 }} />
              </Form.Item>
              <Form.Item
                name={[name, 'date']}
                className={styles.date ?? ''}
                rules={[
                  { required: true, message: text.required(text.stepDate) },
                  dateRule('day', ui),
                ]}
              >
                <DateField aria-label={text.stepDate} style={{ width: 120 }} />
              </Form.Item>
              <Form.Item name={[name, 'note']} noStyle initialValue="">
                <Input aria-label={text.stepNote} placeholder={text.stepNote} maxLength={200} />
              </Form.Item>
              <TextButton onClick={() => remove(name)}>{text.removeStep}</TextButton>
            </div>
          ))}
          <TextButton onClick={() => add({ kind: 'consultation', note: '' })}>
            {text.addStep}
          </TextButton>
        </Form.Item>
      )}
    </Form.List>
  );
}
