import { gradeCaseKindWords, gradeCaseResultWords } from '@xuanpai/contracts/evaluation-step-words';
import { grades, gradeWords } from '@xuanpai/contracts/evaluation-words';
import {
  extendGradeCase,
  type GradeCaseRow,
  settleGradeCase,
} from '@xuanpai/contracts/grade-cases';
import { plainDateSchema } from '@xuanpai/contracts/values';
import { gradesOf } from '@xuanpai/domain/evaluation/grades';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { useText } from '../../locales/use-text.ts';
import { word, wordOptions } from '../../locales/word.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { FieldsDialog } from './fields-dialog.tsx';
import styles from './grades.module.css';

/** One review, appeal or objection: its days, and its result, which a person without a part in it enters. */
export function CasePanel({ row, onClose }: { row: GradeCaseRow; onClose: () => void }) {
  const text = useText().grades;
  const [open, setOpen] = useState<'settle' | 'extend' | null>(null);
  const { kind, result, extended, mayHandle, closedTo } = row;
  return (
    <SidePanel title={row.name} note={`${row.unitName} · ${row.villageName}`} onClose={onClose}>
      <PanelPart title={word(gradeCaseKindWords[kind])}>
        <DescriptionList
          items={[
            { term: text.gradeThen, value: word(gradeWords[row.gradeThen]) },
            { term: text.askedOn, value: row.askedOn },
            { term: text.askUntil, value: row.askUntil },
            { term: text.due, value: row.dueOn },
            { term: text.organ, value: row.organ },
            ...(closedTo ? [] : [{ term: text.reason, value: row.reason }]),
            ...(row.extendReason ? [{ term: text.extended, value: row.extendReason }] : []),
          ]}
        />
      </PanelPart>
      <PanelPart title={text.result}>
        {closedTo && <p className={styles.muted}>{word(closedTo)}</p>}
        {result === null ? (
          <div className={styles.acts}>
            <ActButton
              kind="primary"
              blocked={closedTo ? word(closedTo) : mayHandle ? null : text.ownGrade}
              onClick={() => setOpen('settle')}
            >
              {text.settle}
            </ActButton>
            {kind === 'appeal' && !extended && (
              <ActButton blocked={closedTo && word(closedTo)} onClick={() => setOpen('extend')}>
                {text.extend}
              </ActButton>
            )}
          </div>
        ) : (
          <DescriptionList
            items={[
              { term: text.result, value: word(gradeCaseResultWords[result]) },
              { term: text.grade, value: row.newGrade && word(gradeWords[row.newGrade]) },
              { term: text.date, value: row.decidedOn },
              { term: text.by, value: row.handledByName },
              { term: text.words, value: row.resultText },
              { term: text.document, value: row.resultDocument },
            ]}
          />
        )}
      </PanelPart>
      {open === 'settle' && <SettleDialog row={row} onClose={() => setOpen(null)} />}
      {open === 'extend' && (
        <FieldsDialog
          title={text.extend}
          act={text.extend}
          fields={[{ key: 'reason', label: text.reason, kind: 'text' }]}
          run={({ reason = '' }) =>
            call(extendGradeCase, {
              params: { id: row.id },
              body: { version: row.version, reason },
            })
          }
          done={text.done(1)}
          onClose={() => setOpen(null)}
        />
      )}
    </SidePanel>
  );
}

function SettleDialog({ row, onClose }: { row: GradeCaseRow; onClose: () => void }) {
  const text = useText().grades;
  const { today } = useDay();
  const { id, version, gradeThen, gradeSet } = row;
  const others = gradesOf(gradeSet).filter((one) => one !== gradeThen);
  return (
    <FieldsDialog
      title={text.settle}
      body={text.about([row.name])}
      act={text.settle}
      fields={[
        {
          ...{ key: 'result', label: text.result, kind: 'choice', value: 'kept' },
          options: wordOptions(gradeCaseResultWords),
        },
        {
          ...{ key: 'newGrade', label: text.newGrade, kind: 'choice', when: ['result', 'changed'] },
          options: others.map((value) => ({ value, label: word(gradeWords[value]) })),
        },
        { key: 'text', label: text.words, kind: 'text' },
        { key: 'document', label: text.document, kind: 'line', optional: true },
        { key: 'decidedOn', label: text.date, kind: 'day', value: today },
      ]}
      run={({ result, newGrade, text: words = '', document, decidedOn }) => {
        const grade = grades.find((one) => one === newGrade);
        return call(settleGradeCase, {
          params: { id },
          body: {
            ...{ version, text: words, decidedOn: plainDateSchema.parse(decidedOn) },
            result: result === 'changed' || result === 'withdrawn' ? result : 'kept',
            ...(grade ? { newGrade: grade } : {}),
            ...(document ? { document } : {}),
          },
        });
      }}
      done={text.done(1)}
      onClose={onClose}
    />
  );
}
