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
import { OutcomeGroups } from './outcome-groups.tsx';
import { forgetTermEnds } from './queries.ts';

interface SeveralProps {
  /** Those picked, else those on the page, as filtered. */
  items: readonly TermEnd[];
  of: 'picked' | 'page';
  /** What the list is narrowed to. */
  outcome: string | undefined;
}

/** One act for all on the page, or those picked: the same proposal where it is narrowed to an outcome, or agreement. */
export function Several({ items, of, outcome }: SeveralProps) {
  const least = of === 'picked' ? 1 : 2;
  const toDecide = items.filter(({ acts }) => acts.includes('decide'));
  if (toDecide.length >= least) return <DecideAll items={toDecide} of={of} />;
  const toPropose = items.filter(({ acts }) => acts.includes('propose'));
  if (toPropose.length < least || (outcome !== 'commend' && outcome !== 'ordinary')) return null;
  return <ProposeAll items={toPropose} of={of} outcome={outcome} />;
}

interface ProposeAllProps extends Pick<SeveralProps, 'items' | 'of'> {
  outcome: Exclude<TermOutcome, 'stay'>;
}

function ProposeAll({ items, of, outcome }: ProposeAllProps) {
  const text = useText().termEnds;
  const client = useQueryClient();
  return (
    <WordedAct
      act={text.proposeAll[of](items.length, word(termOutcomeWords[outcome]))}
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

function DecideAll({ items, of }: Pick<SeveralProps, 'items' | 'of'>) {
  const text = useText().termEnds;
  const client = useQueryClient();
  return (
    <WordedAct
      act={text.decideAll[of](items.length)}
      body={
        <OutcomeGroups
          items={items.map(({ assignmentId: id, cadreName: name, decision, suggested }) => ({
            ...{ id, name, outcome: decision?.outcome ?? suggested },
          }))}
          of="people"
          words={termOutcomeWords}
          stayNote={text.decideNote}
        />
      }
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
