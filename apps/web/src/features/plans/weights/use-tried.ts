import type { Plan, WeightChanges } from '@xuanpai/contracts/plans';
import { useEffect, useState } from 'react';
import { dropDraft, keepDraft, keptDraft } from '../../../lib/drafts.ts';
import { useUser } from '../../../lib/session.ts';

/** The weights being tried: what the plan has of its own, then what was typed, also after a reload. */
export function useTried({ id, weightChanges }: Plan) {
  const owner = useUser().id;
  const name = `weights.${id}`;
  const own = weightChanges ?? {};
  const [tried, setTried] = useState<WeightChanges>(
    () => (keptDraft(owner, name) as WeightChanges | null) ?? own,
  );
  const same = JSON.stringify(tried) === JSON.stringify(own);
  useEffect(() => {
    if (same) dropDraft(owner, name);
    else keepDraft(owner, name, tried);
  }, [owner, name, tried, same]);
  return {
    tried,
    setTried,
    same,
    reset: () => setTried(own),
    forget: () => dropDraft(owner, name),
  };
}
