import { useQuery } from '@tanstack/react-query';
import { type Responsible, responsibleWords } from '@xuanpai/contracts/inspection-findings';
import { Form, Input, Radio } from 'antd';
import { useText } from '../../locales/use-text.ts';
import { wordOptions } from '../../locales/word.ts';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { unitsOfVillageQuery } from './queries.ts';
import styles from './question-fields.module.css';

/** A question as it is typed. */
export interface Question {
  text?: string;
  deadline?: string;
  responsible?: Responsible;
  unitId?: string;
  person?: string;
}

/** The most that one visit takes; the server says the same. */
const most = 20;

/** The questions raised at a visit, as many as there are. */
export function QuestionFields() {
  const { inspections: text, ui } = useText();
  const required = { required: true, message: text.missing };
  return (
    <Form.List name="questions">
      {(fields, { add, remove }) => (
        <Form.Item label={text.questions} extra={text.questionHint}>
          {fields.map(({ key, name }, at) => (
            <fieldset key={key} className={styles.question} aria-label={text.questionAt(at + 1)}>
              <Form.Item name={[name, 'text']} rules={[required]} style={{ margin: 0 }}>
                <Input.TextArea
                  aria-label={text.questionAt(at + 1)}
                  placeholder={text.questionAt(at + 1)}
                  rows={2}
                  maxLength={1000}
                />
              </Form.Item>
              <Form.Item name={[name, 'responsible']} initialValue="township" style={{ margin: 0 }}>
                <Radio.Group
                  aria-label={text.responsible}
                  options={wordOptions(responsibleWords)}
                />
              </Form.Item>
              <Named name={name} />
              <div className={styles.line}>
                <Form.Item
                  name={[name, 'deadline']}
                  rules={[required, dateRule('day', ui)]}
                  style={{ margin: 0 }}
                >
                  <DateField
                    aria-label={text.answerBy}
                    prefix={text.answerBy}
                    style={{ width: 190 }}
                  />
                </Form.Item>
                <TextButton onClick={() => remove(name)}>{text.removeQuestion}</TextButton>
              </div>
            </fieldset>
          ))}
          {fields.length < most && (
            <TextButton onClick={() => add({})}>{text.addQuestion}</TextButton>
          )}
        </Form.Item>
      )}
    </Form.List>
  );
}

/** The unit or the person that answers, where it isn't the township. */
function Named({ name }: { name: number }) {
  const text = useText().inspections;
  const form = Form.useFormInstance();
  const responsible = Form.useWatch<Responsible | undefined>(
    ['questions', name, 'responsible'],
    form,
  );
  const villageId = Form.useWatch<string | undefined>('villageId', form) ?? '';
  const wantsUnit = responsible === 'unit' && villageId !== '';
  const units = useQuery({ ...unitsOfVillageQuery(villageId), enabled: wantsUnit }).data ?? [];
  const rules = [{ required: true, message: text.missing }];
  if (responsible === 'unit') {
    return (
      <Form.Item name={[name, 'unitId']} rules={rules} style={{ margin: 0 }}>
        <Select
          aria-label={text.responsibleUnit}
          placeholder={text.responsibleUnit}
          options={units}
        />
      </Form.Item>
    );
  }
  if (responsible !== 'person') return null;
  return (
    <Form.Item name={[name, 'person']} rules={rules} style={{ margin: 0 }}>
      <Input
        aria-label={text.responsiblePerson}
        placeholder={text.responsiblePerson}
        maxLength={60}
      />
    </Form.Item>
  );
}
