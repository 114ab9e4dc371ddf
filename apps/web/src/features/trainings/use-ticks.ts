import { useQueryClient } from '@tanstack/react-query';
import { type Presence, type TrainingDetail, tickTraining } from '@xuanpai/contracts/trainings';
import { useRef, useState } from 'react';
import { call } from '../../lib/api.ts';
import { forgetTrainings, trainingKey } from './queries.ts';

export interface Tick {
  cadreId: string;
  is: Presence | null;
  reason?: string | null;
}

/**
 * Ticks of a session: shown at once, sent one after the other, each against what the server said last.
 * What is refused goes back to what is there.
 */
export function useTicks(id: string) {
  const client = useQueryClient();
  const [shown, setShown] = useState<ReadonlyMap<string, Tick>>(new Map());
  const [problem, setProblem] = useState<unknown>(null);
  const line = useRef(Promise.resolve());
  const waiting = useRef(0);

  function tick(ticks: readonly Tick[]) {
    if (ticks.length === 0) return;
    setProblem(null);
    setShown((all) => new Map([...all, ...ticks.map((one) => [one.cadreId, one] as const)]));
    waiting.current += 1;
    line.current = line.current.then(() => send(ticks));
  }

  async function send(ticks: readonly Tick[]) {
    const now = client.getQueryData<TrainingDetail>(trainingKey(id));
    const people = new Map(now?.people.map((person) => [person.cadreId, person]));
    const changes = ticks.map(({ cadreId, is, reason }) => ({
      ...{ cadreId, is, reason: reason?.trim() || null },
      was: people.get(cadreId)?.presence ?? null,
    }));
    try {
      const reply = await call(tickTraining, { params: { id }, body: { changes } });
      client.setQueryData(trainingKey(id), reply);
    } catch (error) {
      setProblem(error);
      await client.invalidateQueries({ queryKey: trainingKey(id) });
    } finally {
      waiting.current -= 1;
      // The last of them: what the server says is all there is.
      if (waiting.current === 0) {
        setShown(new Map());
        void forgetTrainings(client);
      }
    }
  }

  return { shown, tick, problem };
}
