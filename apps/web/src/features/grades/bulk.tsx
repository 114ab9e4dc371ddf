import {
  recordKindWords,
  type StepAct,
  signatureMannerWords,
} from '@xuanpai/contracts/evaluation-step-words';
import {
  checkGrades,
  decideGrades,
  recordSteps,
  type StepPerson,
  tellGrades,
  writtenRecordKinds,
} from '@xuanpai/contracts/evaluation-steps';
import { sendFeedback } from '@xuanpai/contracts/grade-cases';
import { postNotice } from '@xuanpai/contracts/grade-notices';
import { plainDateSchema } from '@xuanpai/contracts/values';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { useText } from '../../locales/use-text.ts';
import { word, wordOptions } from '../../locales/word.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { type Field, FieldsDialog, type Values } from './fields-dialog.tsx';

type Act = Exclude<StepAct, 'return' | 'ask'>;
const acts = {
  record: writtenRecordKinds.filter((kind) => kind !== 'form' && kind !== 'file'),
  check: ['check'],
  notice: ['notice'],
  decide: ['decide'],
  tell: ['tell'],
  keep: ['form', 'file'],
  feedback: ['feedback'],
} as const satisfies Record<string, readonly Act[]>;
export type BulkAct = keyof typeof acts;

interface BulkProps {
  roundId: string;
  /** Those that are shown. */
  people: readonly StepPerson[];
  picked: ReadonlySet<string>;
  /** In the order of the work; the first that fits is the primary one. */
  offered: readonly BulkAct[];
  onDone: () => void;
}

/** Acts on those that are picked, or on all that they fit. */
export function Bulk({ roundId, people, picked, offered, onDone }: BulkProps) {
  const text = useText().grades;
  const [open, setOpen] = useState<BulkAct | null>(null);
  const chosen = people.filter(({ id }) => picked.size === 0 || picked.has(id));
  const fitting = (act: BulkAct) => {
    const some: readonly StepAct[] = acts[act];
    const fit = chosen.filter((person) => person.acts.some((one) => some.includes(one)));
    return picked.size > 0 ? fit : fit.filter((person) => lacks(person, act));
  };
  const possible = offered.filter((act) =>
    people.some((person) =>
      person.acts.some((one) => (acts[act] as readonly StepAct[]).includes(one)),
    ),
  );
  return (
    <>
      {possible.map((act, at) => {
        const fit = fitting(act);
        return (
          <ActButton
            key={act}
            kind={at === 0 ? 'primary' : 'secondary'}
            blocked={fit.length === 0 ? text.noneFits : null}
            onClick={() => setOpen(act)}
          >
            {text.acts[act](fit.length)}
          </ActButton>
        );
      })}
      {open && (
        <BulkDialog
          {...{ roundId, act: open, people: fitting(open), again: picked.size > 0 }}
          tied={chosen.filter(({ stepsBack }) => stepsBack)}
          onClose={() => setOpen(null)}
          onDone={onDone}
        />
      )}
    </>
  );
}

/** Unpicked, an act is for those who haven't had it; whoever is picked may have it again. */
function lacks({ told, feedback, done, noted, acts: may }: StepPerson, act: BulkAct): boolean {
  if (act === 'record')
    return acts.record.some((kind) => may.includes(kind) && !noted.includes(kind));
  if (act === 'tell') return told === null;
  if (act === 'feedback') return feedback.sent === 0;
  return act !== 'keep' || !done.includes('form') || !done.includes('file');
}

interface BulkDialogProps {
  roundId: string;
  act: BulkAct;
  people: readonly StepPerson[];
  /** Also those who have had it: they were picked. */
  again: boolean;
  /** E8: left out, for whoever acts steps back from them. */
  tied?: readonly StepPerson[];
  onClose: () => void;
  onDone?: () => void;
}

export function BulkDialog(props: BulkDialogProps) {
  const { roundId, act, people, again, tied = [], onClose, onDone } = props;
  const text = useText().grades;
  const fields = useFields(act, people);
  const names = people.map(({ name }) => name);
  return (
    <FieldsDialog
      title={text.acts[act](people.length)}
      body={text.about(names) + (tied.length > 0 ? text.tied(tied.map(({ name }) => name)) : '')}
      act={text.acts[act](people.length)}
      fields={fields}
      run={async (values) => {
        const answer = await send(
          roundId,
          act,
          again ? people : lacking(people, values.kind),
          values,
        );
        onDone?.();
        return answer;
      }}
      done={(answer) => text.done('done' in answer ? answer.done : people.length)}
      onClose={onClose}
    />
  );
}

function useFields(act: BulkAct, people: readonly StepPerson[]): Field[] {
  const text = useText().grades;
  const { today } = useDay();
  const day = (key: string, label: string): Field => ({ key, label, kind: 'day', value: today });
  const document: Field = { key: 'document', label: text.document, kind: 'line', optional: true };
  switch (act) {
    case 'record':
    case 'keep': {
      const possible = acts[act].filter((kind) => people.some((one) => one.acts.includes(kind)));
      const wanted = possible.find((kind) => people.some((one) => !one.noted.includes(kind)));
      return [
        {
          ...{ key: 'kind', label: text.step, kind: 'choice', value: wanted ?? possible[0] ?? '' },
          options: possible.map((value) => ({ value, label: word(recordKindWords[value]) })),
        },
        day('heldOn', text.date),
        { key: 'by', label: text.by, kind: 'line', value: writerOf(possible, people) },
        document,
        { key: 'text', label: text.words, kind: 'text', optional: true },
      ];
    }
    case 'check':
      return [];
    case 'notice':
      return [day('startsOn', text.noticeFrom), { key: 'place', label: text.place, kind: 'line' }];
    case 'decide':
      return [day('decidedOn', text.decidedOn), { ...document, optional: false }];
    case 'tell':
      return [
        day('toldOn', text.toldOn),
        {
          ...{ key: 'manner', label: text.manner, kind: 'choice', value: 'agreed' },
          options: wordOptions(signatureMannerWords),
        },
        { key: 'statement', label: text.statement, kind: 'text', when: ['manner', 'objected'] },
        { key: 'witness', label: text.witness, kind: 'line', when: ['manner', 'refused'] },
      ];
    case 'feedback':
      return [day('sentOn', text.sentOn), document];
  }
}

/** A unit or a township that gives its own opinion is named already. */
function writerOf(kinds: readonly string[], [first]: readonly StepPerson[]): string {
  const [only, another] = kinds;
  if (!first || another) return '';
  if (only === 'townshipOpinion') return first.townshipName;
  return only === 'unitOpinion' ? first.unitName : '';
}

/** Those of whom the kind isn't on record yet. */
function lacking(people: readonly StepPerson[], kind: string | undefined): StepPerson[] {
  return people.filter(({ noted }) => !noted.some((one) => one === kind));
}

function send(
  roundId: string,
  act: BulkAct,
  people: readonly StepPerson[],
  values: Values,
): Promise<{ done: number } | { id: string }> {
  const params = { id: roundId };
  const items = people.map(({ id, version }) => ({ id, version }));
  const personIds = people.map(({ id }) => id);
  const day = (key: string) => plainDateSchema.parse(values[key]);
  const { document, text, statement, witness, by = '', place = '' } = values;
  switch (act) {
    case 'record':
    case 'keep': {
      const kind = writtenRecordKinds.find((one) => one === values.kind) ?? 'ownReport';
      const fit = people.filter((person) => person.acts.includes(kind)).map(({ id }) => id);
      const more = { ...(document ? { document } : {}), ...(text ? { text } : {}) };
      const body = { kind, personIds: fit, heldOn: day('heldOn'), by, ...more };
      return call(recordSteps, { params, body });
    }
    case 'check':
      return call(checkGrades, { params, body: { items } });
    case 'notice':
      return call(postNotice, { params, body: { personIds, startsOn: day('startsOn'), place } });
    case 'decide':
      return call(decideGrades, {
        params,
        body: { items, decidedOn: day('decidedOn'), document: document ?? '' },
      });
    case 'tell':
      return call(tellGrades, {
        params,
        body: {
          ...{ personIds, toldOn: day('toldOn') },
          manner:
            values.manner === 'objected' || values.manner === 'refused' ? values.manner : 'agreed',
          ...(statement ? { statement } : {}),
          ...(witness ? { witness } : {}),
        },
      });
    case 'feedback':
      return call(sendFeedback, {
        params,
        body: { personIds, sentOn: day('sentOn'), ...(document ? { document } : {}) },
      });
  }
}
