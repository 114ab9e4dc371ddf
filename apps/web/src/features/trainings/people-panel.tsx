import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type Invitation,
  setTrainingPeople,
  type TrainingDetail,
} from '@xuanpai/contracts/trainings';
import { matchNames } from '@xuanpai/domain/training/names';
import { Input } from 'antd';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Select } from '../../ui/select.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { candidatesQuery, forgetTrainings, trainingKey } from './queries.ts';
import styles from './trainings.module.css';
import type { Tick } from './use-ticks.ts';

interface PeoplePanelProps {
  training: TrainingDetail;
  onTick: (ticks: Tick[]) => void;
  onClose: () => void;
}

/** Who should come: all in post, one tier, one by one; or a pasted list of who came. */
export function PeoplePanel({ training, onTick, onClose }: PeoplePanelProps) {
  const text = useText().trainings;
  const client = useQueryClient();
  const [picked, setPicked] = useState<string[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  const { id } = training;
  const candidates = useQuery(candidatesQuery(id)).data?.items ?? [];
  async function add(body: { invite?: Invitation; add?: string[] }): Promise<boolean> {
    setProblem(null);
    try {
      const before = training.invited;
      const after = await call(setTrainingPeople, { params: { id }, body });
      client.setQueryData(trainingKey(id), after);
      await forgetTrainings(client);
      setPicked([]);
      showDone(text.added(after.invited - before));
      return true;
    } catch (error) {
      setProblem(error);
      return false;
    }
  }
  return (
    <SidePanel title={text.choosePeople} note={text.choosePeopleNote} width={480} onClose={onClose}>
      <PanelPart title={text.invite}>
        <div className={styles.line}>
          {(['all', 'district', 'township'] as const).map((invite) => (
            <ActButton key={invite} onClick={() => void add({ invite })}>
              {text.invitations[invite]}
            </ActButton>
          ))}
        </div>
      </PanelPart>
      <PanelPart title={text.oneByOne}>
        <div className={styles.stack}>
          <Select
            mode="multiple"
            searchable
            aria-label={text.oneByOne}
            placeholder={text.oneByOneHint}
            value={picked}
            onChange={setPicked}
            options={candidates.map(({ cadreId, name, villageName, unitName }) => ({
              value: cadreId,
              label: `${name} ${villageName ?? ''} ${unitName}`,
            }))}
          />
          <ActButton
            blocked={picked.length === 0 ? text.nobodyPicked : null}
            onClick={() => void add({ add: picked })}
          >
            {text.addPicked(picked.length)}
          </ActButton>
        </div>
      </PanelPart>
      <PastedNames
        training={training}
        candidates={candidates}
        onCame={async (ids, strangers) => {
          if (strangers.length > 0 && !(await add({ add: strangers }))) return;
          onTick(ids.map((cadreId) => ({ cadreId, is: 'came' })));
        }}
      />
      {problem !== null && <ProblemAlert error={problem} />}
    </SidePanel>
  );
}

interface PastedNamesProps {
  training: TrainingDetail;
  candidates: readonly { cadreId: string; name: string }[];
  /** Who came, and those of them that weren't on the list. */
  onCame: (ids: string[], strangers: string[]) => unknown;
}

function PastedNames({ training, candidates, onCame }: PastedNamesProps) {
  const text = useText().trainings;
  const [pasted, setPasted] = useState('');
  const { found, ambiguous, unknown } = matchNames(pasted, [...training.people, ...candidates]);
  const listed = new Set(training.people.map(({ cadreId }) => cadreId));
  const ids = found.map(({ cadreId }) => cadreId);
  const strangers = ids.filter((id) => !listed.has(id));
  const names = (people: readonly { name: string }[]) => people.map(({ name }) => name).join('、');
  return (
    <PanelPart title={text.pasteNames} note={text.pasteNamesNote}>
      <div className={styles.stack}>
        <Input.TextArea
          rows={5}
          value={pasted}
          aria-label={text.pasteNames}
          placeholder={text.pasteHint}
          onChange={({ target }) => setPasted(target.value)}
        />
        {pasted.trim() !== '' && (
          <ul className={styles.matched}>
            <li>{text.matched(found.length, strangers.length)}</li>
            {ambiguous.length > 0 && <li>{text.ambiguous(names(ambiguous))}</li>}
            {unknown.length > 0 && <li>{text.unknown(unknown.join('、'))}</li>}
          </ul>
        )}
        <ActButton
          blocked={found.length === 0 ? text.nobodyMatched : null}
          onClick={() => {
            void onCame(ids, strangers);
            setPasted('');
          }}
        >
          {text.tickMatched(found.length)}
        </ActButton>
      </div>
    </PanelPart>
  );
}
