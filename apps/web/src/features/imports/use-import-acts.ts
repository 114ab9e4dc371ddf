import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyInputOf } from '@xuanpai/contracts/endpoint';
import {
  cancelImport,
  commitImport,
  discardImport,
  getImport,
  type Import,
  remapImport,
} from '@xuanpai/contracts/imports';
import { call } from '../../lib/api.ts';
import { useGo } from '../../lib/links.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { failureOf, untilDone } from './until-done.ts';
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

  const look = () => call(getImport, { params });

  const change = useMutation({
    mutationFn: async (body: Change) => {
      const asked = { params, body: { ...body, version: preview.version } };
      const started = await call(remapImport, { ...asked, respondAsync: true });
      return untilDone(started, look, take);
    },
    onSuccess: async (renewed, { columns }) => {
      take(renewed);
      if (columns) await client.invalidateQueries({ queryKey: columnMappingsKey });
    },
  });
  const commit = useMutation({
    mutationFn: async () => {
      const started = await call(commitImport, { params, respondAsync: true });
      return untilDone(started, look, take);
    },
    onSuccess: async (committed) => {
      take(committed);
      if (committed.status !== 'committed') return;
      showDone(text.committedDone(amountOf(committed, text)));
      await client.invalidateQueries();
    },
  });
  const stop = useMutation({
    mutationFn: () => call(cancelImport, { params }),
    onSuccess: () => showDone(text.runStopped),
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
    chooseSheet: (sheet: NonNullable<Change['sheets']>[number]) => {
      if (!change.isPending) change.mutate({ sheets: [sheet] });
    },
    explain: (signs: NonNullable<Change['signs']>) => {
      if (!change.isPending) change.mutate({ signs });
    },
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
    stop: () => stop.mutate(),
    changing: change.isPending || preview.status === 'reading',
    committing: commit.isPending || preview.status === 'committing',
    discarding: discard.isPending,
    error: commit.error ?? change.error ?? discard.error ?? failureOf(preview),
  };
}

export type ImportActs = ReturnType<typeof useImportActs>;
