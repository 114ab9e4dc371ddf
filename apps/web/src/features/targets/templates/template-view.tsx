import { useQueryClient } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import {
  adoptTargetTemplate,
  copyTargetTemplate,
  deleteTargetTemplate,
  type TargetTemplate,
} from '@xuanpai/contracts/target-templates';
import {
  measureKindWords,
  measurePeriodWords,
  measureSourceWords,
} from '@xuanpai/contracts/target-values';
import type { PlainDate } from '@xuanpai/contracts/values';
import { useState } from 'react';
import { call } from '../../../lib/api.ts';
import { problemOf } from '../../../lib/api-problem.ts';
import { useCan } from '../../../lib/can.tsx';
import { useDay } from '../../../lib/day.ts';
import { showDone } from '../../../lib/undo.ts';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { ActDialog, DayField } from '../../../ui/act-dialog.tsx';
import { confirm } from '../../../ui/confirm.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { Section } from '../../../ui/section.tsx';
import { wantedText } from '../measure-words.ts';
import { forgetTargets } from '../queries.ts';
import styles from '../targets.module.css';

interface TemplateViewProps {
  template: TargetTemplate;
  batch: Batch;
  /** Goes on to edit a template. */
  onEdit: (id: string) => void;
}

/** A template in full: its aims with their measures, each with its basis. */
export function TemplateView({ template, batch, onEdit }: TemplateViewProps) {
  const text = useText().targets;
  const client = useQueryClient();
  const writes = useCan('targets.write');
  const [adopting, setAdopting] = useState(false);
  const { id, name, edition, version, used, measures } = template;
  return (
    <Section
      title={text.templateEdition(name, edition)}
      note={template.note}
      extra={
        writes && (
          <span className={styles.actLine}>
            <ActButton size="small" onClick={() => void copy()}>
              {text.copyTemplate}
            </ActButton>
            {!used && (
              <>
                <ActButton size="small" onClick={() => onEdit(id)}>
                  {text.editTemplate}
                </ActButton>
                <ActButton size="small" kind="danger" onClick={() => void remove()}>
                  {text.removeTemplate}
                </ActButton>
              </>
            )}
            <ActButton size="small" onClick={() => setAdopting(true)}>
              {text.adopt}
            </ActButton>
          </span>
        )
      }
    >
      <PlainTable
        label={name}
        rows={measures}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'aim',
            title: text.aim,
            width: 128,
            phone: 'note',
            cell: ({ aim, aimName }) => `${aim} ${aimName}`,
          },
          { key: 'name', title: text.measure, phone: 'title', cell: (one) => one.name },
          {
            key: 'kind',
            title: text.kindOfMeasure,
            width: 108,
            cell: ({ kind }) => word(measureKindWords[kind]),
          },
          {
            key: 'wanted',
            title: text.wanted,
            width: 170,
            phone: 'side',
            cell: (one) => wantedText(one, one.threshold, text),
          },
          {
            key: 'period',
            title: text.whenDue,
            width: 72,
            cell: ({ period }) => word(measurePeriodWords[period]),
          },
          {
            key: 'source',
            title: text.comesFrom,
            width: 116,
            cell: ({ source }) => word(measureSourceWords[source]),
          },
          { key: 'weight', title: text.weight, width: 56, align: 'end', cell: (one) => one.weight },
          {
            key: 'evidence',
            title: text.evidenceAsked,
            width: 64,
            cell: ({ evidence }) => (evidence ? text.yes : text.no),
          },
          { key: 'basis', title: text.basis, width: 130, cell: ({ basis }) => basis.source },
        ]}
      />
      {adopting && (
        <AdoptDialog template={template} batch={batch} onClose={() => setAdopting(false)} />
      )}
    </Section>
  );

  async function copy() {
    try {
      const made = await call(copyTargetTemplate, { body: { basedOnId: id, name: null } });
      await forgetTargets(client);
      showDone(text.copied(made.name, made.edition));
      onEdit(made.id);
    } catch (error) {
      const { detail, title } = problemOf(error);
      showDone(detail || title);
    }
  }

  async function remove() {
    const done = await confirm({
      title: text.removeTitle(name, edition),
      body: text.removeBody,
      act: text.removeTemplate,
      danger: true,
      run: () => call(deleteTargetTemplate, { params: { id }, query: { version } }),
    });
    if (done) await forgetTargets(client);
  }
}

interface AdoptDialogProps {
  template: TargetTemplate;
  batch: Batch;
  onClose: () => void;
}

function AdoptDialog({ template, batch, onClose }: AdoptDialogProps) {
  const text = useText().targets;
  const client = useQueryClient();
  const { today } = useDay();
  const [from, setFrom] = useState<string | null>(today);
  const { id, version, name, edition } = template;
  return (
    <ActDialog
      title={text.adoptTitle(batch.name, name, edition)}
      body={text.adoptBody}
      act={text.adopt}
      ready={/^\d{4}-\d{2}-\d{2}$/.test(from ?? '')}
      run={async () => {
        await call(adoptTargetTemplate, {
          params: { id },
          body: { batchId: batch.id, version, effectiveFrom: from as PlainDate },
        });
        await forgetTargets(client);
        showDone(text.adopted(name, edition));
      }}
      onClose={onClose}
    >
      <DayField label={text.effectiveFrom} value={from} onChange={setFrom} />
    </ActDialog>
  );
}
