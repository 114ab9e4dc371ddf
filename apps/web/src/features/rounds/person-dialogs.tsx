import { useQueryClient } from '@tanstack/react-query';
import { enterHonour } from '@xuanpai/contracts/evaluation-facts';
import type { Person } from '@xuanpai/contracts/evaluation-people';
import { setEvaluationStanding, setUnitGrade } from '@xuanpai/contracts/evaluation-proposals';
import {
  type EvaluationStanding,
  evaluationStandingWords,
  type Grade,
  gradeWords,
  type HonourKind,
  honourKindWords,
} from '@xuanpai/contracts/evaluation-words';
import type { PlainDate } from '@xuanpai/contracts/values';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { word, wordOptions } from '../../locales/word.ts';
import { ActDialog, DayField, TextField } from '../../ui/act-dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { forgetEvaluations } from './queries.ts';

interface DialogProps {
  person: Person;
  onClose: () => void;
}

function useSaved() {
  const text = useText().rounds;
  const client = useQueryClient();
  return async (act: Promise<unknown>) => {
    await act;
    await forgetEvaluations(client);
    showDone(text.saved);
  };
}

export function StandingDialog({ person, onClose }: DialogProps) {
  const text = useText().rounds;
  const saved = useSaved();
  const [standing, setStanding] = useState<EvaluationStanding>(person.standing);
  const [ground, setGround] = useState(person.standingGround ?? '');
  const { id, version } = person;
  return (
    <ActDialog
      title={`${text.setStanding}：${person.cadreName}`}
      body={text.standingHint}
      act={text.save}
      ready={ground.trim().length > 1}
      run={() =>
        saved(call(setEvaluationStanding, { params: { id }, body: { standing, ground, version } }))
      }
      onClose={onClose}
    >
      <Select
        aria-label={text.standing}
        value={standing}
        options={wordOptions(evaluationStandingWords)}
        onChange={setStanding}
        style={{ width: 240 }}
      />
      <TextField label={text.ground} value={ground} most={300} onChange={setGround} />
    </ActDialog>
  );
}

export function UnitGradeDialog({ person, onClose }: DialogProps) {
  const text = useText().rounds;
  const saved = useSaved();
  const [grade, setGrade] = useState<Grade | null>(person.unitGrade);
  const [document, setDocument] = useState(person.unitGradeDocument ?? '');
  const { id, version } = person;
  return (
    <ActDialog
      title={`${text.unitGrade}：${person.cadreName}`}
      body={person.unitName}
      act={text.save}
      ready={grade !== null && document.trim().length > 1}
      run={() => saved(call(setUnitGrade, { params: { id }, body: { grade, document, version } }))}
      onClose={onClose}
    >
      <Select
        aria-label={text.grade}
        placeholder={text.grade}
        value={grade}
        options={person.grades.map((value) => ({ value, label: word(gradeWords[value]) }))}
        onChange={setGrade}
        style={{ width: 240 }}
      />
      <TextField
        label={text.document}
        value={document}
        rows={1}
        most={120}
        onChange={setDocument}
      />
    </ActDialog>
  );
}

export function HonourDialog({ person, onClose }: DialogProps) {
  const text = useText().rounds;
  const saved = useSaved();
  const { today } = useDay();
  const [kind, setKind] = useState<HonourKind>('commendation');
  const [on, setOn] = useState<string | null>([today, person.round.endsOn].sort()[0] ?? null);
  const [title, setTitle] = useState('');
  const [organ, setOrgan] = useState('');
  const [document, setDocument] = useState('');
  const ready = [title, organ, document].every((one) => one.trim().length > 1) && on !== null;
  return (
    <ActDialog
      title={`${text.addHonour}：${person.cadreName}`}
      act={text.addHonour}
      ready={ready}
      run={() =>
        saved(
          call(enterHonour, {
            params: { id: person.id },
            body: { kind, on: on as PlainDate, title, organ, document, note: null },
          }),
        )
      }
      onClose={onClose}
    >
      <Select
        aria-label={text.honourKind}
        value={kind}
        options={wordOptions(honourKindWords)}
        onChange={setKind}
        style={{ width: 240 }}
      />
      <DayField label={text.honourOn} value={on} onChange={setOn} />
      <TextField label={text.honourTitle} value={title} rows={1} most={120} onChange={setTitle} />
      <TextField label={text.organ} value={organ} rows={1} most={80} onChange={setOrgan} />
      <TextField
        label={text.document}
        value={document}
        rows={1}
        most={120}
        onChange={setDocument}
      />
    </ActDialog>
  );
}
