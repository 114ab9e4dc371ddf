import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyInputOf } from '@xuanpai/contracts/endpoint';
import { commitImport, discardImport, type Import, remapImport } from '@xuanpai/contracts/imports';
import { call } from '../../lib/api.ts';
import { useGo } from '../../lib/links.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { columnMappingsKey } from './use-column-memory.ts';
import { amountOf } from './words.ts';

type Change = Omit<BodyInputOf<typeof remapImport>, 'version'>;

/** What can be done with a preview: map a column, correct a cell, write, discard. */
export function useImportActs(preview: Import) {
  const client = useQueryClient();
  const text = useText().imports;
  const go = useGo();
  const params = { id: preview.id };
  const take = (renewed: Import) => client.setQueryData(['imports', preview.id], renewed);

  const change = useMutation({
    mutationFn: (body: Change) =>
      call(remapImport, { params, body: { ...body, version: preview.version } }),
    onSuccess: async (renewed, { columns }) => {
      take(renewed);
      if (columns) await client.invalidateQueries({ queryKey: columnMappingsKey });
    },
  });
  const commit = useMutation({
    mutationFn: () => call(commitImport, { params }),
    onSuccess: async (committed) => {
      take(committed);
      showDone(text.committedDone(amountOf(committed, text)));
      await client.invalidateQueries();
    },
  });
  const discard = useMutation({
    mutationFn: () => call(discardImport, { params }),
    onSuccess: async () => {
      go(linkTo.imports(), { replace: true });
      showDone(text.discarded(preview.filename));
      await client.invalidateQueries({ queryKey: ['imports'], exact: true });
    },
  });
  return {
    map: (index: number, field: string | null) => {
      if (!change.isPending) change.mutate({ columns: [{ index, field }] });
    },
    correct: (row: number, field: string, value: string) =>
      change.mutateAsync({ cells: [{ row, field, text: value }] }),
    renew: () => {
      commit.reset();
      change.mutate({}, { onSuccess: () => showDone(text.renewed) });
    },
    /** Takes over what somebody else made of the preview. */
    reload: async () => {
      change.reset();
      await client.invalidateQueries({ queryKey: ['imports', preview.id] });
    },
    commit: () => commit.mutate(),
    discard: () => discard.mutate(),
    changing: change.isPending,
    committing: commit.isPending,
    discarding: discard.isPending,
    error: commit.error ?? change.error ?? discard.error,
  };
}

export type ImportActs = ReturnType<typeof useImportActs>;
