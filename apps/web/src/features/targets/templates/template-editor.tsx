import { useQueryClient } from '@tanstack/react-query';
import {
  type MeasureInput,
  saveTargetTemplate,
  type TargetTemplate,
} from '@xuanpai/contracts/target-templates';
import { measureKindWords } from '@xuanpai/contracts/target-values';
import { type VillageKind, villageKinds } from '@xuanpai/contracts/values';
import { villageKindWords } from '@xuanpai/contracts/words';
import { Checkbox, Input } from 'antd';
import { useEffect, useState } from 'react';
import { call } from '../../../lib/api.ts';
import { showDone } from '../../../lib/undo.ts';
import { holdPage } from '../../../lib/unsaved.ts';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { Section } from '../../../ui/section.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { wantedText } from '../measure-words.ts';
import { forgetTargets } from '../queries.ts';
import styles from '../targets.module.css';
import { inputOf, newMeasure } from './measure-input.ts';
import { MeasurePanel } from './measure-panel.tsx';

interface TemplateEditorProps {
  template: TargetTemplate;
  onClose: () => void;
}

/** A copy in a form: whom it is for, and its measures one by one; saved as a whole. */
export function TemplateEditor({ template, onClose }: TemplateEditorProps) {
  const text = useText().targets;
  const client = useQueryClient();
  const [name, setName] = useState(template.name);
  const [note, setNote] = useState(template.note ?? '');
  const [kinds, setKinds] = useState<VillageKind[]>([...template.kinds]);
  const [poor, setPoor] = useState(template.poor);
  const [measures, setMeasures] = useState<MeasureInput[]>(template.measures.map(inputOf));
  const [open, setOpen] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [changed, setChanged] = useState(false);
  useEffect(() => (changed ? holdPage() : undefined), [changed]);
  const rows = measures.map((measure, at) => ({ measure, at }));
  const change = (next: MeasureInput[]) => {
    setMeasures(next);
    setChanged(true);
  };
  const chosen = open === null ? undefined : measures[open];
  return (
    <Section title={text.editTitle(template.name, template.edition)}>
      <div className={styles.editor}>
        <Input
          aria-label={text.templateName}
          style={{ width: 240 }}
          maxLength={60}
          value={name}
          onChange={(event) => {
            setName(event.target.value);
            setChanged(true);
          }}
        />
        <Input
          aria-label={text.templateNote}
          placeholder={text.templateNote}
          style={{ width: 360 }}
          maxLength={500}
          value={note}
          onChange={(event) => {
            setNote(event.target.value);
            setChanged(true);
          }}
        />
      </div>
      <div className={styles.editor}>
        <span>{text.forVillages}</span>
        <Checkbox.Group
          value={kinds}
          options={villageKinds.map((kind) => ({
            value: kind,
            label: word(villageKindWords[kind]),
          }))}
          onChange={(values) => {
            setKinds(values as VillageKind[]);
            setChanged(true);
          }}
        />
        <Checkbox
          checked={poor}
          onChange={(event) => {
            setPoor(event.target.checked);
            setChanged(true);
          }}
        >
          {text.poor}
        </Checkbox>
      </div>
      <PlainTable
        label={text.measure}
        rows={rows}
        rowKey={({ measure }) => measure.key}
        rowHeight={32}
        columns={[
          {
            key: 'aim',
            title: text.aim,
            width: 140,
            phone: 'note',
            cell: ({ measure }) => `${measure.aim} ${measure.aimName}`,
          },
          { key: 'name', title: text.measure, phone: 'title', cell: ({ measure }) => measure.name },
          {
            key: 'kind',
            title: text.kindOfMeasure,
            width: 110,
            cell: ({ measure }) => word(measureKindWords[measure.kind]),
          },
          {
            key: 'wanted',
            title: text.wanted,
            width: 170,
            cell: ({ measure }) => wantedText(measure, numberOf(measure), text),
          },
          {
            key: 'acts',
            title: text.acts.submit(0, false),
            untitled: true,
            width: 120,
            align: 'end',
            phone: 'side',
            cell: ({ at }) => (
              <span className={styles.actLine}>
                <TextButton onClick={() => setOpen(at)}>{text.change}</TextButton>
                <TextButton onClick={() => change(measures.filter((_, other) => other !== at))}>
                  {text.takeOut}
                </TextButton>
              </span>
            ),
          },
        ]}
      />
      {problem !== null && <ProblemAlert error={problem} fieldName={placeName} />}
      <div className={styles.editor}>
        <ActButton kind="primary" busy={busy} onClick={() => void save()}>
          {text.saveTemplate}
        </ActButton>
        <ActButton
          icon="plus"
          onClick={() => {
            change([...measures, newMeasure(measures, text.newMeasure)]);
            setOpen(measures.length);
          }}
        >
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
          onChange={(next) => change(measures.map((one, at) => (at === open ? next : one)))}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );

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

  async function save() {
    setBusy(true);
    try {
      const { id, version } = template;
      await call(saveTargetTemplate, {
        params: { id },
        body: {
          ...{ name: name.trim(), kinds, poor, measures, version },
          note: note.trim() === '' ? null : note.trim(),
        },
      });
      setChanged(false);
      await forgetTargets(client);
      showDone(text.templateSaved(name));
      onClose();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }
}
