import type { Cadre } from '@xuanpai/contracts/cadres';
import {
  managementAuthorityWords,
  rankWords,
  specialityWords,
  staffingTypeWords,
} from '@xuanpai/contracts/words';
import { Can } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { formatMonth, yearsBetween } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Link } from '../../ui/link.tsx';
import { Telephone } from './telephone.tsx';

/** Who holds the post: unit and rank, telephone, masked number. */
export function HolderFacts({ cadre }: { cadre: Cadre }) {
  const text = useText().assignments;
  const { day } = useDay();
  const { unitId, unitName, position, rank, staffingType, managementAuthority } = cadre;
  const standing = [
    word(rankWords[rank]),
    text.staffing(word(staffingTypeWords[staffingType])),
    managementAuthority && word(managementAuthorityWords[managementAuthority]),
  ].filter((part) => part !== null);
  return (
    <DescriptionList
      columns={2}
      items={[
        {
          term: text.unit,
          value: (
            <Can permission="units.read" otherwise={unitName}>
              <Link to={linkTo.unit(unitId)}>{unitName}</Link>
            </Can>
          ),
        },
        { term: text.position, value: position },
        { term: text.standing, value: standing.join(text.comma), wide: true },
        { term: text.phone, value: <Telephone number={cadre.phone} /> },
        { term: text.speciality, value: word(specialityWords[cadre.speciality]) },
        {
          term: text.born,
          value: text.bornAged(formatMonth(cadre.bornOn), yearsBetween(cadre.bornOn, day)),
        },
        {
          term: text.idNumber,
          value: (
            <>
              {cadre.idNumberMask}
              <Can permission="cadres.reveal">
                <br />
                <Link to={linkTo.cadre(cadre.id)}>{text.reveal}</Link>
              </Can>
            </>
          ),
        },
      ]}
    />
  );
}
