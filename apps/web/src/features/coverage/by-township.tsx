import type { Coverage } from '@xuanpai/contracts/batches';
import { tierWords } from '@xuanpai/contracts/words';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { Section } from '../../ui/section.tsx';
import { BarLegend } from '../../ui/stacked-bar.tsx';
import { MissingVillages } from './missing-villages.tsx';
import { Shortages } from './shortages.tsx';
import { StatedFigures } from './stated-figures.tsx';
import { TownshipTable } from './township-table.tsx';

/** The left part: what is missing first, then townships, the notice's figures, people against places. */
export function ByTownship({ coverage }: { coverage: Coverage }) {
  const text = useText().coverage;
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
      </Section>
      <StatedFigures stated={coverage.stated} />
      <Shortages people={coverage.people} />
    </>
  );
}
