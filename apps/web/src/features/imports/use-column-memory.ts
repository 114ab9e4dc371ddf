import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type ColumnMapping,
  forgetColumnMappings,
  listColumnMappings,
} from '@xuanpai/contracts/column-mappings';
import type { ImportKind } from '@xuanpai/contracts/imports';
import { headingKey } from '@xuanpai/domain/office/headings';
import { call } from '../../lib/api.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';

export const columnMappingsKey = ['column-mappings'];

/** What the signed-in person mapped by hand, and how it is forgotten: one heading, or all. */
export function useColumnMemory() {
  const client = useQueryClient();
  const text = useText().imports;
  const { data } = useQuery({
    queryKey: columnMappingsKey,
    queryFn: ({ signal }) => call(listColumnMappings, { signal }),
  });
  const kept = data?.items ?? [];
  const refresh = () => client.invalidateQueries({ queryKey: columnMappingsKey });
  const forgetting = useMutation({
    mutationFn: (one: Pick<ColumnMapping, 'kind' | 'heading'> | null) =>
      call(forgetColumnMappings, {
        query: one ? { kind: one.kind, heading: headingKey(one.heading) } : {},
      }),
    onSuccess: async (_, one) => {
      showDone(one ? text.forgotten(one.heading) : text.forgottenAll);
      await refresh();
    },
  });
  return {
    kept,
    knows: (kind: ImportKind, heading: string) =>
      kept.some((one) => one.kind === kind && one.heading === headingKey(heading)),
    forget: (kind: ImportKind, heading: string) => forgetting.mutate({ kind, heading }),
    forgetAll: () => forgetting.mutate(null),
    forgetting: forgetting.isPending,
  };
}
