import type { MeasureInput, TargetTemplate } from '@xuanpai/contracts/target-templates';
import { useState } from 'react';
import { showDone } from '../../../lib/undo.ts';
import { useText } from '../../../locales/use-text.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { Section } from '../../../ui/section.tsx';
import styles from '../targets.module.css';
import { newMeasure } from './measure-input.ts';
import { MeasurePanel } from './measure-panel.tsx';
import { MeasureTable } from './measure-table.tsx';
import { TemplateFields } from './template-fields.tsx';
import { useTemplateDraft } from './use-template-draft.ts';

interface TemplateEditorProps {
  template: TargetTemplate;
  onClose: () => void;
}

/** A copy in a form: whom it is for, and its measures one by one; saved as a whole. */
export function TemplateEditor({ template, onClose }: TemplateEditorProps) {
  const text = useText().targets;
  const { values, change, save, busy, problem } = useTemplateDraft(template, (name) => {
    showDone(text.templateSaved(name));
    onClose();
  });
  const { measures } = values;
  const [open, setOpen] = useState<number | null>(null);
  const chosen = open === null ? undefined : measures[open];

  /** Its own, or the policy's. */
  function numberOf({ threshold, policyKey }: MeasureInput): string | null {
    if (policyKey === null) return threshold;
    return template.measures.find((one) => one.policyKey === policyKey)?.threshold ?? null;
  }

  /** `measures.3.threshold` by the measure's name. */
  function placeName(path: string): string {
    const at = Number(/measures\.(\d+)/.exec(path)?.[1] ?? -1);
    return measures[at]?.name ?? path;
  }

  function add() {
    change({ measures: [...measures, newMeasure(measures, text.newMeasure)] });
    setOpen(measures.length);
  }

  return (
    <Section title={text.editTitle(template.name, template.edition)}>
      <TemplateFields {...{ values, change }} />
      <MeasureTable
        {...{ measures, numberOf }}
        onOpen={setOpen}
        onTakeOut={(at) => change({ measures: measures.filter((_, other) => other !== at) })}
      />
      {problem !== null && <ProblemAlert error={problem} fieldName={placeName} />}
      <div className={styles.editor}>
        <ActButton kind="primary" busy={busy} onClick={() => void save()}>
          {text.saveTemplate}
        </ActButton>
        <ActButton icon="plus" onClick={add}>
          {text.addMeasure}
        </ActButton>
        <ActButton reads onClick={onClose}>
          {text.stopEditing}
        </ActButton>
      </div>
      {chosen && (
        <MeasurePanel
          key={chosen.key}
          measure={chosen}
          policyNumber={chosen.policyKey === null ? null : numberOf(chosen)}
          onChange={(next) =>
            change({ measures: measures.map((one, at) => (at === open ? next : one)) })
          }
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}
