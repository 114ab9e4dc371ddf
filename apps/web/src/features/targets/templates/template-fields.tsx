import { type VillageKind, villageKinds } from '@xuanpai/contracts/values';
import { villageKindWords } from '@xuanpai/contracts/words';
import { Checkbox, Input } from 'antd';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import styles from '../targets.module.css';
import type { TemplateValues } from './use-template-draft.ts';

interface TemplateFieldsProps {
  values: TemplateValues;
  change: (next: Partial<TemplateValues>) => void;
}

/** What a template is called, and whom it is for. */
export function TemplateFields({ values, change }: TemplateFieldsProps) {
  const text = useText().targets;
  return (
    <>
      <div className={styles.editor}>
        <Input
          aria-label={text.templateName}
          style={{ width: 240 }}
          maxLength={60}
          value={values.name}
          onChange={({ target }) => change({ name: target.value })}
        />
        <Input
          aria-label={text.templateNote}
          placeholder={text.templateNote}
          style={{ width: 360 }}
          maxLength={500}
          value={values.note}
          onChange={({ target }) => change({ note: target.value })}
        />
      </div>
      <div className={styles.editor}>
        <span>{text.forVillages}</span>
        <Checkbox.Group
          value={values.kinds}
          options={villageKinds.map((value) => ({ value, label: word(villageKindWords[value]) }))}
          onChange={(kinds) => change({ kinds: kinds as VillageKind[] })}
        />
        <Checkbox checked={values.poor} onChange={({ target }) => change({ poor: target.checked })}>
          {text.poor}
        </Checkbox>
      </div>
    </>
  );
}
