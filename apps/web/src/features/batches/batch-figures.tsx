import { formatNumber } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Section } from '../../ui/section.tsx';
import type { Standing } from './steps.ts';

/** The batch in figures, as far as the person may read them. */
export function BatchFigures({ standing: { coverage, nominees } }: { standing: Standing }) {
  const text = useText().batches;
  if (!coverage && !nominees) return null;
  return (
    <Section title={text.figures}>
      <DescriptionList
        termWidth={96}
        items={[
          ...(coverage
            ? [
                {
                  term: text.villages,
                  value: text.villagesOf(
                    coverage.villages,
                    coverage.byTier.district,
                    coverage.byTier.township,
                    coverage.byTier.city,
                  ),
                },
                { term: text.places, value: formatNumber(coverage.places) },
              ]
            : []),
          ...(nominees
            ? [
                { term: text.nominees, value: formatNumber(nominees.all) },
                {
                  term: text.placeable,
                  value: formatNumber(nominees.eligible + nominees.accepted),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
