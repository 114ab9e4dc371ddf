import { useQueryClient } from '@tanstack/react-query';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import {
  decideTermEnds,
  proposeTermEnds,
  type TermEnd,
  type TermOutcome,
  termOutcomeWords,
} from '@xuanpai/contracts/term-ends';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { ActDialog, TextField } from '../../ui/act-dialog.tsx';
import { forgetTermEnds } from './queries.ts';

interface SeveralProps {
  /** Those on the page, as filtered. */
  items: readonly TermEnd[];
  /** What the list is narrowed to. */
  outcome: string | undefined;
}

/** One act for all on the page: the same proposal where it is narrowed to an outcome, or agreement. */
export function Several({ items, outcome }: SeveralProps) {
  const toDecide = items.filter(({ acts }) => acts.includes('decide'));
  if (toDecide.length > 1) return <DecideAll items={toDecide} />;
  const toPropose = items.filter(({ acts }) => acts.includes('propose'));
  if (toPropose.length < 2 || (outcome !== 'commend' && outcome !== 'ordinary')) return null;
  return <ProposeAll items={toPropose} outcome={outcome} />;
}

interface ProposeAllProps {
  items: readonly TermEnd[];
  outcome: Exclude<TermOutcome, 'stay'>;
}

function ProposeAll({ items, outcome }: ProposeAllProps) {
  const text = useText().termEnds;
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const said = text.proposeAll(items.length, word(termOutcomeWords[outcome]));
  async function run() {
    const assignmentIds = items.map(({ assignmentId }) => assignmentId);
    const body = { assignmentIds, outcome, reason: reason.trim() };
    const { done, leftOut } = await call(proposeTermEnds, { body });
    await forgetTermEnds(client);
    showDone(text.proposedAll(done) + leftWords(leftOut));
  }
  return (
    <>
      <ActButton kind="primary" onClick={() => setOpen(true)}>
        {said}
      </ActButton>
      {open && (
        <ActDialog
          title={said}
          body={namesOf(items)}
          act={said}
          ready={reason.trim().length > 1}
          run={run}
          onClose={() => setOpen(false)}
        >
          <TextField label={text.reason} value={reason} most={500} onChange={setReason} />
        </ActDialog>
      )}
    </>
  );
}

function DecideAll({ items }: { items: readonly TermEnd[] }) {
  const text = useText().termEnds;
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [documentNumber, setDocument] = useState('');
  const said = text.decideAll(items.length);
  async function run() {
    const body = {
      documentNumber: documentNumber.trim(),
      items: items.flatMap(({ assignmentId, decision }) =>
        decision ? [{ assignmentId, version: decision.version }] : [],
      ),
    };
    const { done, leftOut } = await call(decideTermEnds, { body });
    await forgetTermEnds(client);
    showDone(text.decidedAll(done) + leftWords(leftOut));
  }
  return (
    <>
      <ActButton kind="primary" onClick={() => setOpen(true)}>
        {said}
      </ActButton>
      {open && (
        <ActDialog
          title={said}
          body={
            items.some(({ decision }) => decision?.outcome === 'stay')
              ? `${namesOf(items)} ${text.decideNote}`
              : namesOf(items)
          }
          act={said}
          ready={documentNumber.trim().length > 1}
          run={run}
          onClose={() => setOpen(false)}
        >
          <TextField
            label={text.document}
            value={documentNumber}
            rows={1}
            most={80}
            onChange={setDocument}
          />
        </ActDialog>
      )}
    </>
  );
}

function leftWords(leftOut: ReplyOf<typeof decideTermEnds>['leftOut']): string {
  return leftOut.map(({ reason }) => ` ${word(reason)}`).join('');
}

function namesOf(items: readonly TermEnd[]): string {
  return `${items.map(({ cadreName }) => cadreName).join('、')}。`;
}
