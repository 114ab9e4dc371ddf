import { useQueryClient } from '@tanstack/react-query';
import { type Batch, createBatch, deleteBatch, updateBatch } from '@xuanpai/contracts/batches';
import { Form } from 'antd';
import { call } from '../../lib/api.ts';
import { useBatch } from '../../lib/batch.ts';
import { useDraft } from '../../lib/form.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { useGo } from '../../lib/links.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { paths } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { BatchForm, type BatchValues, bodyOf } from './batch-form.tsx';

interface BatchPanelProps {
  /** The one to change; null makes a new one. */
  batch: Batch | null;
  onClose: () => void;
}

export function BatchPanel({ batch, onClose }: BatchPanelProps) {
  const text = useText().batches;
  const go = useGo();
  const client = useQueryClient();
  const { batches } = useBatch();
  const [form] = Form.useForm<BatchValues>();
  const draft = useDraft(`batch.${batch?.id ?? 'new'}`, form);
  const act = useFormAct(form, {
    send: (values: BatchValues) =>
      batch
        ? call(updateBatch, {
            params: { id: batch.id },
            body: { ...bodyOf(values), version: batch.version },
          })
        : call(createBatch, { body: bodyOf(values) }),
    onDone: async (saved) => {
      draft.clear();
      await client.invalidateQueries();
      showDone(batch ? text.saved(saved.name) : text.added(saved.name));
      go(`${paths.batch}?batch=${saved.id}`);
    },
  });
  const [last] = batches;
  return (
    <SidePanel
      title={batch ? text.editTitle(batch.name) : text.addTitle}
      note={batch ? text.editNote : last ? text.addNote(last.name) : text.addNoteFirst}
      onClose={onClose}
    >
      <PanelPart>
        <BatchForm form={form} batch={batch} act={act} onValuesChange={draft.onValuesChange} />
      </PanelPart>
      {batch && (
        <PanelPart>
          <ActButton kind="danger" icon="trash" onClick={() => void remove(batch)}>
            {text.remove}
          </ActButton>
        </PanelPart>
      )}
    </SidePanel>
  );

  async function remove({ id, name, version }: Batch) {
    const done = await confirm({
      title: text.removeTitle(name),
      body: text.removeBody(name),
      act: text.removeTitle(name),
      cancel: text.keep,
      danger: true,
      run: () => call(deleteBatch, { params: { id }, query: { version } }),
    });
    if (!done) return;
    await client.invalidateQueries();
    showDone(text.removed(name));
    go(`${paths.batch}?batch=`);
  }
}
