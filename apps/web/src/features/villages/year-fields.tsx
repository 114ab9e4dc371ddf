import { Form, InputNumber } from 'antd';
import { useText } from '../../locales/use-text.ts';
import { MoneyField, moneyRule } from '../../ui/money-field.tsx';
import { TextButton } from '../../ui/text-button.tsx';

const figures = ['operatingIncome', 'netIncomePerHead', 'infrastructureInvestment'] as const;

/** The figures of the village's years, in yuan. */
export function YearFields() {
  const { villages: words, ui } = useText();
  return (
    <Form.List name="years">
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <div key={key}>
              <Form.Item label={words.year}>
                <Form.Item
                  name={[name, 'year']}
                  noStyle
                  rules={[{ required: true, message: words.yearMissing }]}
                >
                  <InputNumber
                    aria-label={words.year}
                    min={1949}
                    max={2999}
                    precision={0}
                    controls={false}
                  />
                </Form.Item>{' '}
                <TextButton onClick={() => remove(name)}>{words.removeYear}</TextButton>
              </Form.Item>
              {figures.map((figure) => (
                <Form.Item
                  key={figure}
                  name={[name, figure]}
                  label={words[figure]}
                  rules={[moneyRule(ui)]}
                >
                  <MoneyField />
                </Form.Item>
              ))}
            </div>
          ))}
          <TextButton onClick={() => add({})}>{words.addYear}</TextButton>
        </>
      )}
    </Form.List>
  );
}
