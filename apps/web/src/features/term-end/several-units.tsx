import { useQueryClient } from '@tanstack/react-query';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import { type TermOutcome, unitOutcomeWords } from '@xuanpai/contracts/term-ends';
import { decideUnitEnds, proposeUnitEnds, type TermUnit } from '@xuanpai/contracts/term-units';
import { call } from '../../lib/api.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { WordedAct } from '../../ui/asked-act.tsx';
import { OutcomeGroups } from './outcome-groups.tsx';
import { forgetTermEnds } from './queries.ts';

interface SeveralUnitsProps {
  batchId: string;
  units: readonly TermUnit[];
}

/** One act for all units whose people are decided on: the same proposal by the facts, or agreement. */
export function SeveralUnits({ batchId, units }: SeveralUnitsProps) {
  const toDecide = units.filter(({ acts }) => acts.includes('decide'));
  if (toDecide.length > 1) return <DecideUnits {...{ batchId, units: toDecide }} />;
  const ready = units.filter(({ acts, undecided }) => acts.includes('propose') && undecided === 0);
  return (['ordinary', 'commend'] as const).map((outcome) => {
    const alike = ready.filter(({ suggested }) => suggested === outcome);
    return (
      alike.length > 1 && <ProposeUnits key={outcome} {...{ batchId, outcome, units: alike }} />
    );
  });
}

interface ProposeUnitsProps extends SeveralUnitsProps {
  outcome: Exclude<TermOutcome, 'stay'>;
}

function ProposeUnits({ batchId, outcome, units }: ProposeUnitsProps) {
  const text = useText().termEnds;
  const client = useQueryClient();
  return (
    <WordedAct
      act={text.proposeUnits(units.length, word(unitOutcomeWords[outcome]))}
      body={namesOf(units)}
      kind="primary"
      field={{ label: text.reason }}
      run={async (reason) => {
        const unitIds = units.map(({ unitId }) => unitId);
        const body = { batchId, unitIds, outcome, reason };
        const { done, leftOut } = await call(proposeUnitEnds, { body });
        await forgetTermEnds(client);
        showDone(text.proposedUnits(done) + leftWords(leftOut));
      }}
    />
  );
}

function DecideUnits({ batchId, units }: SeveralUnitsProps) {
  const text = useText().termEnds;
  const client = useQueryClient();
  return (
    <WordedAct
      act={text.decideUnits(units.length)}
      body={
        <OutcomeGroups
          items={units.map(({ unitId: id, unitName: name, decision, suggested }) => ({
            ...{ id, name, outcome: decision?.outcome ?? suggested },
          }))}
          of="units"
          words={unitOutcomeWords}
        />
      }
      kind="primary"
      field={{ label: text.document, rows: 1, most: 80 }}
      run={async (documentNumber) => {
        const items = units.flatMap(({ unitId, decision }) =>
          decision ? [{ unitId, version: decision.version }] : [],
        );
        const body = { batchId, items, documentNumber };
        const { done, leftOut } = await call(decideUnitEnds, { body });
        await forgetTermEnds(client);
        showDone(text.decidedUnits(done) + leftWords(leftOut));
      }}
    />
  );
}

function leftWords(leftOut: ReplyOf<typeof decideUnitEnds>['leftOut']): string {
  return leftOut.map(({ reason }) => ` ${word(reason)}`).join('');
}

function namesOf(units: readonly TermUnit[]): string {
  return `${units.map(({ unitName }) => unitName).join('、')}。`;
}
