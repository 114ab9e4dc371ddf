import type { Coverage } from '@xuanpai/contracts/coverage';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';

/** Places and people in one line, what is short as a link. */
export function CoverageNote({ coverage }: { coverage: Coverage }) {
  const text = useText().coverage;
  const { byTier, places, people } = coverage;
  const placesOf = (tier: 'district' | 'township') =>
    people.filter((group) => group.tier === tier).reduce((sum, group) => sum + group.places, 0);
  const placeable = people.reduce((sum, group) => sum + group.placeable, 0);
  const short = people.reduce((sum, group) => sum + group.short, 0);
  return (
    <>
      {text.noteCity(byTier.city)}
      {text.notePlaces(coverage.villages - byTier.city, places)}
      {text.noteReckoning(
        byTier.district,
        placesOf('district'),
        byTier.township,
        placesOf('township'),
      )}
      {text.notePeople(placeable)}
      {short > 0 && (
        <>
          {text.comma}
          <Link to={linkTo.eligibility({ judgements: 'notEligible' })}>
            {text.noteShort(short)}
          </Link>
        </>
      )}
      {text.stop}
    </>
  );
}
