import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { getVillageSupport } from '@xuanpai/contracts/support';
import { supportSources, supportSourceWords } from '@xuanpai/contracts/support-words';
import { Form, type FormInstance, Input } from 'antd';
import { formatYuan } from '../../lib/format.ts';
import { useUnitOptions } from '../../lib/register-options.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { MoneyField, positiveMoneyRule } from '../../ui/money-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import type { ProjectValues } from './project-values.ts';
import styles from './support.module.css';

type Village = ReplyOf<typeof getVillageSupport>;

interface SourceFieldsProps {
  form: FormInstance<ProjectValues>;
  /** Whose funds, units and enterprises are to choose from. */
  village: Village | undefined;
}

/** Where a project's money is to come from, one part a source. */
export function SourceFields({ form, village }: SourceFieldsProps) {
  const { support: text, ui } = useText();
  const sources = Form.useWatch('sources', form) ?? [];
  const required = { required: true, message: text.missing };
  const givers = useGivers(village);
  return (
    <Form.List name="sources">
      {(fields, { add, remove }) => (
        <Form.Item label={text.sources}>
          {fields.map(({ key, name }, at) => {
            const kind = sources[name]?.kind ?? 'publicFund';
            const chosen = kind === 'publicFund' || kind === 'unit' || kind === 'enterprise';
            return (
              <fieldset key={key} className={styles.part} aria-label={`${text.sources} ${at + 1}`}>
                <div className={styles.fields}>
                  <Form.Item name={[name, 'kind']} noStyle>
                    <Select
                      aria-label={text.sourceKind}
                      options={supportSources.map((value) => ({
                        value,
                        label: word(supportSourceWords[value]),
                      }))}
                      onChange={() => form.setFieldValue(['sources', name, 'giver'], undefined)}
                    />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'planned']}
                    rules={[required, positiveMoneyRule(ui)]}
                    style={{ margin: 0 }}
                  >
                    <MoneyField aria-label={text.plannedAmount} placeholder={text.plannedAmount} />
                  </Form.Item>
                </div>
                {chosen && (
                  <Form.Item name={[name, 'giver']} rules={[required]} style={{ margin: 0 }}>
                    <Select
                      searchable
                      aria-label={text.giver}
                      placeholder={text.giverHints[kind]}
                      options={givers[kind]}
                    />
                  </Form.Item>
                )}
                {kind === 'other' && (
                  <Form.Item name={[name, 'note']} rules={[required]} style={{ margin: 0 }}>
                    <Input
                      aria-label={text.giver}
                      placeholder={text.giverHints.other}
                      autoComplete="off"
                      maxLength={200}
                    />
                  </Form.Item>
                )}
                <span>
                  <TextButton onClick={() => remove(name)}>{text.removeLine}</TextButton>
                </span>
              </fieldset>
            );
          })}
          <TextButton onClick={() => add({ kind: 'publicFund' })}>{text.addSource}</TextButton>
        </Form.Item>
      )}
    </Form.List>
  );
}

/** The village's own funds and enterprises; its units first, for others may help as well. */
function useGivers(village: Village | undefined) {
  const units = useUnitOptions();
  const own = (village?.units ?? []).map(({ unitId, unitName }) => ({
    value: unitId,
    label: unitName,
  }));
  return {
    publicFund: (village?.funds ?? []).map(({ id, year, source, amount }) => ({
      value: id,
      label: `${year} ${source} ${formatYuan(amount)}`,
    })),
    unit: [...own, ...units.filter(({ value }) => own.every((unit) => unit.value !== value))],
    enterprise: (village?.pairings ?? []).map(({ enterpriseId, enterpriseName }) => ({
      value: enterpriseId,
      label: enterpriseName,
    })),
  };
}

/** By when what is to be done. */
export function StageFields() {
  const { support: text, ui } = useText();
  const required = { required: true, message: text.missing };
  return (
    <Form.List name="milestones">
      {(fields, { add, remove }) => (
        <Form.Item label={text.stages}>
          {fields.map(({ key, name }, at) => (
            <fieldset key={key} className={styles.part} aria-label={`${text.stages} ${at + 1}`}>
              <Form.Item name={[name, 'name']} rules={[required]} style={{ margin: 0 }}>
                <Input
                  aria-label={text.stageName}
                  placeholder={text.stageName}
                  autoComplete="off"
                  maxLength={60}
                />
              </Form.Item>
              <div className={styles.line}>
                <Form.Item
                  name={[name, 'dueOn']}
                  rules={[required, dateRule('day', ui)]}
                  style={{ margin: 0 }}
                >
                  <DateField aria-label={text.due} prefix={text.due} style={{ width: 168 }} />
                </Form.Item>
                <Form.Item
                  name={[name, 'doneOn']}
                  rules={[dateRule('day', ui)]}
                  style={{ margin: 0 }}
                >
                  <DateField aria-label={text.doneOn} prefix={text.doneOn} style={{ width: 168 }} />
                </Form.Item>
                <TextButton onClick={() => remove(name)}>{text.removeLine}</TextButton>
              </div>
            </fieldset>
          ))}
          <TextButton onClick={() => add({})}>{text.addStage}</TextButton>
        </Form.Item>
      )}
    </Form.List>
  );
}
