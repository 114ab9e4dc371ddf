import { useQueryClient } from '@tanstack/react-query';
import {
  closeEvaluation,
  extendEvaluation,
  gatherEvaluation,
  type Round,
} from '@xuanpai/contracts/evaluations';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { problemOf } from '../../lib/api-problem.ts';
import { useCan } from '../../lib/can.tsx';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { forgetEvaluations } from './queries.ts';

/** What the office does with an open round as a whole. */
export function RoundActs({ round }: { round: Round }) {
  const text = useText().rounds;
  const client = useQueryClient();
  const [busy, setBusy] = useState<'gather' | 'extend' | null>(null);
  const runs = useCan('evaluations.write');
  if (!runs || round.status !== 'open') return null;
  const { id, version, counts } = round;
  async function run(what: 'gather' | 'extend', act: () => Promise<string>) {
    setBusy(what);
    try {
      const done = await act();
      await forgetEvaluations(client);
      showDone(done);
    } catch (error) {
      const problem = problemOf(error);
      showDone(problem.detail || problem.title);
    } finally {
      setBusy(null);
    }
  }
  const gather = async () =>
    text.gathered((await call(gatherEvaluation, { params: { id } })).people);
  const extend = async () => {
    const { added, retyped } = await call(extendEvaluation, { params: { id }, body: { version } });
    return text.extended(added, retyped);
  };
  const close = () =>
    confirm({
      ...{ title: text.close, body: text.closeBody, act: text.close },
      run: async () => {
        await call(closeEvaluation, { params: { id }, body: { version } });
        await forgetEvaluations(client);
        showDone(text.closed);
      },
    });
  const complete = counts.decided === counts.evaluated && counts.unitGraded === counts.byUnit;
  return (
    <>
      <ActButton busy={busy === 'extend'} onClick={() => void run('extend', extend)}>
        {text.extend}
      </ActButton>
      <ActButton busy={busy === 'gather'} onClick={() => void run('gather', gather)}>
        {text.gather}
      </ActButton>
      {complete && <ActButton onClick={() => void close()}>{text.close}</ActButton>}
    </>
  );
}
