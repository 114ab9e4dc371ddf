import { useQueryClient } from '@tanstack/react-query';
import type { Person } from '@xuanpai/contracts/evaluation-people';
import {
  draftProposal,
  proposeGrade,
  withdrawProposal,
} from '@xuanpai/contracts/evaluation-proposals';
import type { Grade } from '@xuanpai/contracts/evaluation-words';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../lib/api.ts';
import { dropDraft, keepDraft, keptDraft } from '../../lib/drafts.ts';
import { useUser } from '../../lib/session.ts';
import { entryKey, entryPersonQuery } from './queries.ts';

/** How long typing of the reason is gathered before it is kept by the server. */
const gather = 800;

interface Typed {
  grade: Grade | null;
  reason: string;
  visitPoints: number | null;
}

const savedOf = ({ proposal, visitPoints }: Person): Typed => ({
  ...{ grade: proposal.grade, reason: proposal.reason ?? '', visitPoints },
});

/**
 * A proposal as it is typed: kept by the server while the person is being entered, and in this tab until
 * it arrived there.
 */
export function useProposal(person: Person) {
  const client = useQueryClient();
  const { id: owner } = useUser();
  const name = `proposal.${person.id}`;
  const [typed, setTyped] = useState<Typed | null>(() => keptDraft(owner, name) as Typed | null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const latest = useRef(person);
  latest.current = person;
  const saving = useRef<Promise<void>>(Promise.resolve());
  const shown = typed ?? savedOf(person);

  function show(now: Person) {
    latest.current = now;
    client.setQueryData(entryPersonQuery(person.id).queryKey, now);
    void client.invalidateQueries({ queryKey: [...entryKey(person.roundId), 'entryPeople'] });
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: sent again only when something is typed
  useEffect(() => {
    if (typed === null || !latest.current.acts.write) return undefined;
    const timer = setTimeout(() => void save(typed), gather);
    return () => clearTimeout(timer);
  }, [typed]);

  /** One after the other: each goes by the version that the one before it gave. */
  function save(now: Typed): Promise<void> {
    saving.current = saving.current.then(() => send(now));
    return saving.current;
  }

  async function send(now: Typed) {
    const { version, proposal, visitPoints } = latest.current;
    const reason = now.reason.trim() === '' ? null : now.reason.trim();
    const same =
      now.grade === proposal.grade && reason === proposal.reason && now.visitPoints === visitPoints;
    try {
      if (!same) {
        const body = { grade: now.grade, reason, visitPoints: now.visitPoints, version };
        show(await call(draftProposal, { params: { id: person.id }, body }));
      }
      dropDraft(owner, name);
      setError(null);
    } catch (problem) {
      setError(problem);
    }
  }

  function type(change: Partial<Typed>) {
    const next = { ...shown, ...change };
    keepDraft(owner, name, next);
    setTyped(next);
  }

  async function act(run: () => Promise<Person>): Promise<boolean> {
    setBusy(true);
    setError(null);
    try {
      show(await run());
      dropDraft(owner, name);
      setTyped(null);
      return true;
    } catch (problem) {
      setError(problem);
      return false;
    } finally {
      setBusy(false);
    }
  }

  return {
    ...{ shown, type, error, busy },
    propose: (grade: Grade) =>
      act(async () => {
        // What is typed last is part of it.
        await save(shown);
        const reason = shown.reason.trim() === '' ? null : shown.reason.trim();
        const body = { grade, reason, version: latest.current.version };
        return call(proposeGrade, { params: { id: person.id }, body });
      }),
    withdraw: () =>
      act(() =>
        call(withdrawProposal, {
          params: { id: person.id },
          body: { version: latest.current.version },
        }),
      ),
    /** Somebody else changed it: what is there now is shown, what was typed is dropped. */
    reread: () => {
      dropDraft(owner, name);
      setTyped(null);
      setError(null);
      void client.invalidateQueries({ queryKey: entryPersonQuery(person.id).queryKey });
    },
  };
}
