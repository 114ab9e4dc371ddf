import { useQueryClient } from '@tanstack/react-query';
import {
  type AppraisalAct,
  type AppraisalRow,
  signAppraisals,
  submitAppraisals,
} from '@xuanpai/contracts/appraisals';
import type { PlainDate } from '@xuanpai/contracts/values';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { ActDialog, DayField } from '../../ui/act-dialog.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { forgetAppraisals } from './queries.ts';

interface BulkActsProps {
  /** All that the filter leaves, on whatever page. */
  rows: readonly AppraisalRow[];
  /** They are still being read. */
  reading: boolean;
  filtered: boolean;
  picked: ReadonlySet<string>;
  onDone: () => void;
}

/** Sends or signs those that are picked, else all that the filter leaves: what the role does. */
export function BulkActs({ rows, reading, filtered, picked, onDone }: BulkActsProps) {
  const text = useText().appraisals;
  const client = useQueryClient();
  const writes = useCan('appraisals.write');
  const signs = useCan('appraisals.sign');
  const [signing, setSigning] = useState(false);
  if (signs) {
    const chosen = fitting('sign');
    return (
      <>
        <ActButton
          kind="primary"
          blocked={reading ? text.readingAll : chosen.length === 0 ? text.nothingToSign : null}
          onClick={() => setSigning(true)}
        >
          {text.signAll(chosen.length)}
        </ActButton>
        {signing && (
          <SignDialog
            rows={chosen}
            which={which(chosen)}
            onDone={onDone}
            onClose={() => setSigning(false)}
          />
        )}
      </>
    );
  }
  if (!writes) return null;
  const chosen = fitting('submit');
  return (
    <ActButton
      kind="primary"
      blocked={reading ? text.readingAll : chosen.length === 0 ? text.nothingToSubmit : null}
      onClick={() => void submit(chosen)}
    >
      {text.submitAll(chosen.length)}
    </ActButton>
  );

  function which({ length }: readonly AppraisalRow[]): string {
    return text.which(length, picked.size > 0 ? 'picked' : filtered ? 'filtered' : 'all');
  }

  function fitting(act: AppraisalAct): AppraisalRow[] {
    return rows.filter(
      ({ assignmentId, acts }) =>
        acts.includes(act) && (picked.size === 0 || picked.has(assignmentId)),
    );
  }

  async function submit(chosen: readonly AppraisalRow[]) {
    const done = await confirm({
      title: text.submitTitle,
      body: `${which(chosen)}${text.submitBody}`,
      act: text.submitAll(chosen.length),
      run: () => call(submitAppraisals, { body: { items: itemsOf(chosen) } }),
    });
    if (!done) return;
    onDone();
    await forgetAppraisals(client);
    showDone(text.submitted(chosen.length));
  }
}

interface SignDialogProps {
  rows: readonly AppraisalRow[];
  /** Which ones they are, in words. */
  which?: string;
  onDone?: () => void;
  onClose: () => void;
}

/** The date stands on the paper; once signed nothing is changed any more. */
export function SignDialog({ rows, which = '', onDone, onClose }: SignDialogProps) {
  const text = useText().appraisals;
  const client = useQueryClient();
  const { today } = useDay();
  const [signedOn, setSignedOn] = useState<string | null>(today);
  const names = rows.map(({ cadreName }) => cadreName);
  return (
    <ActDialog
      title={text.signTitle}
      body={`${which}${text.signBody(names)}`}
      act={text.signAll(rows.length)}
      ready={signedOn !== null && /^\d{4}-\d{2}-\d{2}$/.test(signedOn)}
      run={async () => {
        await call(signAppraisals, {
          body: { items: itemsOf(rows), signedOn: signedOn as PlainDate },
        });
        onDone?.();
        await forgetAppraisals(client);
        showDone(text.signedDone(rows.length));
      }}
      onClose={onClose}
    >
      <DayField label={text.signedOn} value={signedOn} onChange={setSignedOn} />
    </ActDialog>
  );
}

export function itemsOf(rows: readonly AppraisalRow[]) {
  return rows.flatMap(({ newest }) => (newest ? [{ id: newest.id, version: newest.version }] : []));
}
