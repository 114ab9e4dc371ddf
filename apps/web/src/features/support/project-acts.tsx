import { useQueryClient } from '@tanstack/react-query';
import { acceptProject, type ProjectDetail, stepProject } from '@xuanpai/contracts/projects';
import type { ProjectAct } from '@xuanpai/contracts/support-words';
import type { PlainDate } from '@xuanpai/contracts/values';
import { projectSteps } from '@xuanpai/domain/support/projects';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { ActDialog, DayField, TextField } from '../../ui/act-dialog.tsx';
import { forgetSupport } from './queries.ts';

type Act = Exclude<ProjectAct, 'create'>;

/** The steps that a project may take as it stands. */
export function ProjectActs({ project }: { project: ProjectDetail }) {
  const text = useText().support;
  const [open, setOpen] = useState<Act | null>(null);
  return (
    <>
      {(project.acts as Act[]).map((act) => (
        <ActButton
          key={act}
          kind={act === 'stop' ? 'danger' : 'secondary'}
          onClick={() => setOpen(act)}
        >
          {text.acts[act]}
        </ActButton>
      ))}
      {open && <StepDialog project={project} act={open} onClose={() => setOpen(null)} />}
    </>
  );
}

interface StepDialogProps {
  project: ProjectDetail;
  act: Act;
  onClose: () => void;
}

function StepDialog({ project, act, onClose }: StepDialogProps) {
  const text = useText().support;
  const client = useQueryClient();
  const { today } = useDay();
  const [day, setDay] = useState<string | null>(today);
  const [words, setWords] = useState('');
  const { needsText } = projectSteps[act];
  const ready = day !== null && day !== '' && (!needsText || words.trim().length > 1);
  async function run() {
    const { id, version } = project;
    const body = { version, day: (day ?? '') as PlainDate };
    const told = words.trim();
    if (act === 'accept') {
      await call(acceptProject, { params: { id }, body: { ...body, text: told } });
    } else {
      const step = { ...body, act, ...(told === '' ? {} : { text: told }) };
      await call(stepProject, { params: { id }, body: step });
    }
    await forgetSupport(client);
    showDone(text.actDone(text.acts[act], project.name));
  }
  return (
    <ActDialog
      title={`${text.acts[act]}：${project.name}`}
      body={act === 'accept' ? text.acceptBody : undefined}
      act={text.acts[act]}
      ready={ready}
      danger={act === 'stop'}
      run={run}
      onClose={onClose}
    >
      <DayField label={text.actDay} value={day} onChange={setDay} />
      {needsText && (
        <TextField
          label={text.actText[act as keyof typeof text.actText]}
          value={words}
          onChange={setWords}
        />
      )}
    </ActDialog>
  );
}
