import { gradeCaseKindWords } from '@xuanpai/contracts/evaluation-step-words';
import { decideGrades, returnGrade } from '@xuanpai/contracts/evaluation-steps';
import { gradeSchema, gradeWords } from '@xuanpai/contracts/evaluation-words';
import { askGradeCase, type PersonSteps } from '@xuanpai/contracts/grade-cases';
import { enterNoticeObjection } from '@xuanpai/contracts/grade-notices';
import { plainDateSchema } from '@xuanpai/contracts/values';
import { gradesOf } from '@xuanpai/domain/evaluation/grades';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { PanelPart } from '../../ui/side-panel.tsx';
import { type BulkAct, BulkDialog } from './bulk.tsx';
import { FieldsDialog } from './fields-dialog.tsx';
import styles from './grades.module.css';

type Own = 'return' | 'ask' | 'other' | 'objection';

/** What can be done with one person as they stand. */
export function PersonActs({ data }: { data: PersonSteps }) {
  const text = useText().grades;
  const [bulk, setBulk] = useState<BulkAct | null>(null);
  const [own, setOwn] = useState<Own | null>(null);
  const objects = useCan('grades.record');
  const { person, remedies } = data;
  const { acts, notice, state } = person;
  const bulks = bulkActs.filter(([, some]) => acts.some((act) => some.includes(act)));
  const owns: readonly (Own | false)[] = [
    acts.includes('return') && 'return',
    acts.includes('decide') && 'other',
    acts.includes('ask') && remedies.length > 0 && 'ask',
    objects && notice !== null && state !== 'decided' && 'objection',
  ];
  const possible = owns.filter((one) => one !== false);
  if (bulks.length === 0 && possible.length === 0) return null;
  return (
    <PanelPart title={text.possible}>
      <div className={styles.acts}>
        {bulks.map(([act]) => (
          <ActButton key={act} onClick={() => setBulk(act)}>
            {text.actsOne[act]}
          </ActButton>
        ))}
        {possible.map((act) => (
          <ActButton key={act} onClick={() => setOwn(act)}>
            {text.actsOwn[act]}
          </ActButton>
        ))}
      </div>
      {bulk && (
        <BulkDialog
          {...{ roundId: data.round.id, act: bulk, people: [person] }}
          again
          onClose={() => setBulk(null)}
        />
      )}
      {own && <OwnDialog {...{ data, act: own }} onClose={() => setOwn(null)} />}
    </PanelPart>
  );
}

const bulkActs: readonly (readonly [BulkAct, readonly string[]])[] = [
  ['check', ['check']],
  ['notice', ['notice']],
  ['decide', ['decide']],
  ['tell', ['tell']],
  [
    'record',
    ['ownReport', 'townshipOpinion', 'unitOpinion', 'committeeOpinion', 'discipline', 'meeting'],
  ],
  ['keep', ['form', 'file']],
  ['feedback', ['feedback']],
];

interface OwnDialogProps {
  data: PersonSteps;
  act: Own;
  onClose: () => void;
}

function OwnDialog({ data: { person, remedies, round }, act, onClose }: OwnDialogProps) {
  const text = useText().grades;
  const { today } = useDay();
  const { id, version, name } = person;
  const shared = {
    ...{ title: text.actsOwn[act], act: text.actsOwn[act], body: text.about([name]), onClose },
    done: text.done(1),
  };
  const day = (value: string | undefined) => plainDateSchema.parse(value);
  switch (act) {
    case 'return':
      return (
        <FieldsDialog
          {...shared}
          fields={[{ key: 'reason', label: text.reason, kind: 'text' }]}
          run={({ reason = '' }) =>
            call(returnGrade, { params: { id }, body: { version, reason } })
          }
        />
      );
    case 'objection':
      return (
        <FieldsDialog
          {...shared}
          fields={[
            { key: 'receivedOn', label: text.receivedOn, kind: 'day', value: today },
            { key: 'from', label: text.from, kind: 'line' },
            { key: 'content', label: text.content, kind: 'text' },
          ]}
          run={({ receivedOn, from = '', content = '' }) =>
            call(enterNoticeObjection, {
              params: { id: round.id },
              body: { personId: id, receivedOn: day(receivedOn), from, content },
            })
          }
        />
      );
    case 'other':
      return (
        <FieldsDialog
          {...shared}
          fields={[
            {
              ...{ key: 'grade', label: text.grade, kind: 'choice' },
              options: gradesOf(person.gradeSet).map((value) => ({
                value,
                label: word(gradeWords[value]),
              })),
            },
            { key: 'ground', label: text.ground, kind: 'text' },
            { key: 'decidedOn', label: text.decidedOn, kind: 'day', value: today },
            { key: 'document', label: text.document, kind: 'line' },
          ]}
          run={({ grade, ground = '', decidedOn, document = '' }) =>
            call(decideGrades, {
              params: { id: round.id },
              body: {
                items: [{ id, version, grade: gradeSchema.parse(grade), ground }],
                ...{ decidedOn: day(decidedOn), document },
              },
            })
          }
        />
      );
    case 'ask':
      return (
        <FieldsDialog
          {...shared}
          fields={[
            {
              ...{ key: 'kind', label: text.caseKind, kind: 'choice' },
              value: remedies[0]?.kind ?? '',
              options: remedies.map(({ kind }) => ({
                value: kind,
                label: word(gradeCaseKindWords[kind]),
              })),
            },
            { key: 'askedOn', label: text.askedOn, kind: 'day', value: today },
            { key: 'reason', label: text.reason, kind: 'text' },
            { key: 'organ', label: text.organ, kind: 'line', when: ['kind', 'appeal'] },
            { key: 'document', label: text.document, kind: 'line', optional: true },
          ]}
          run={({ kind, askedOn, reason = '', organ, document }) =>
            call(askGradeCase, {
              params: { id },
              body: {
                kind: remedies.find((one) => one.kind === kind)?.kind ?? 'objection',
                ...{ askedOn: day(askedOn), reason },
                ...(organ ? { organ } : {}),
                ...(document ? { document } : {}),
              },
            })
          }
        />
      );
  }
}
