import { useQueryClient } from '@tanstack/react-query';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import {
  decideTermEnds,
  proposeTermEnds,
  type TermEnd,
  type TermOutcome,
  termOutcomeWords,
} from '@xuanpai/contracts/term-ends';
import { call } from '../../lib/api.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { WordedAct } from '../../ui/asked-act.tsx';
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
  return (
    <WordedAct
      act={text.proposeAll(items.length, word(termOutcomeWords[outcome]))}
      body={namesOf(items)}
      kind="primary"
      field={{ label: text.reason }}
      run={async (reason) => {
        const assignmentIds = items.map(({ assignmentId }) => assignmentId);
        const body = { assignmentIds, outcome, reason };
        const { done, leftOut } = await call(proposeTermEnds, { body });
        await forgetTermEnds(client);
        showDone(text.proposedAll(done) + leftWords(leftOut));
      }}
    />
  );
}

function DecideAll({ items }: { items: readonly TermEnd[] }) {
  const text = useText().termEnds;
  const client = useQueryClient();
  const stays = items.some(({ decision }) => decision?.outcome === 'stay');
  return (
    <WordedAct
      act={text.decideAll(items.length)}
      body={stays ? `${namesOf(items)} ${text.decideNote}` : namesOf(items)}
      kind="primary"
      field={{ label: text.document, rows: 1, most: 80 }}
      run={async (documentNumber) => {
        const decided = items.flatMap(({ assignmentId, decision }) =>
          decision ? [{ assignmentId, version: decision.version }] : [],
        );
        const body = { documentNumber, items: decided };
        const { done, leftOut } = await call(decideTermEnds, { body });
        await forgetTermEnds(client);
        showDone(text.decidedAll(done) + leftWords(leftOut));
      }}
    />
  );
}

function leftWords(leftOut: ReplyOf<typeof decideTermEnds>['leftOut']): string {
  return leftOut.map(({ reason }) => ` ${word(reason)}`).join('');
}

function namesOf(items: readonly TermEnd[]): string {
  return `${items.map(({ cadreName }) => cadreName).join('、')}。`;
}
