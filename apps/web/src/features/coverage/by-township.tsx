import type { Batch } from '@xuanpai/contracts/batches';
import type { Coverage } from '@xuanpai/contracts/coverage';
import { tierWords } from '@xuanpai/contracts/words';
import type { PolicyKey } from '@xuanpai/domain/policy/keys';
import { basisText } from '../../lib/basis.ts';
import { useBatchPolicy } from '../../lib/batch-policy.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { Section } from '../../ui/section.tsx';
import { BarLegend } from '../../ui/stacked-bar.tsx';
import { LeadingBodyNote } from './leading-body-note.tsx';
import { MissingVillages } from './missing-villages.tsx';
import { Shortages } from './shortages.tsx';
import { StatedFigures } from './stated-figures.tsx';
import { TownshipTable } from './township-table.tsx';

/** The left part: what is missing first, then townships, the notice's figures, people against places. */
export function ByTownship({ batch, coverage }: { batch: Batch; coverage: Coverage }) {
  const { coverage: text, problems } = useText();
  const policy = useBatchPolicy(batch);
  const basisOf = (key: PolicyKey) => (policy ? basisText(policy.basis(key), problems) : '');
  return (
    <>
      {coverage.missing.length > 0 && <MissingVillages coverage={coverage} />}
      <Section
        title={text.byTownship}
        note={
          <BarLegend
            parts={[
              { label: word(tierWords.district), colour: 's1' },
              { label: word(tierWords.township), colour: 's2' },
              { label: word(tierWords.city), colour: 's3' },
            ]}
          />
        }
        extra={<Link to={linkTo.coverage({ view: 'villages' })}>{text.seeVillages}</Link>}
      >
        <TownshipTable townships={coverage.byTownship} />
        {policy?.isOn('dispatch.laggingNeedsLeadingBody') && (
          <LeadingBodyNote
            townships={coverage.byTownship}
            basis={basisOf('dispatch.laggingNeedsLeadingBody')}
          />
        )}
      </Section>
      <StatedFigures stated={coverage.stated} basis={basisOf('dispatch.villages')} />
      <Shortages people={coverage.people} />
    </>
  );
}
