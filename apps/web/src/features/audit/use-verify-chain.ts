import { useMutation, useQueryClient } from '@tanstack/react-query';
import { verifyAudit } from '@xuanpai/contracts/audit';
import { call } from '../../lib/api.ts';
import { auditKey } from './queries.ts';

/** Has the chain reckoned again; the result stays on the page until it is left. */
export function useVerifyChain() {
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: () => call(verifyAudit),
    // The verification is an entry itself.
    onSuccess: () => client.invalidateQueries({ queryKey: [...auditKey, 'list'] }),
  });
  return {
    verify: () => act.mutate(),
    busy: act.isPending,
    state: act.data ?? null,
    error: act.error,
  };
}
