import type { Cadre } from '@xuanpai/contracts/cadres';
import {
  categoryWords,
  managementAuthorityWords,
  rankWords,
  sexWords,
  specialityWords,
  staffingTypeWords,
} from '@xuanpai/contracts/words';
import { useDay } from '../../lib/day.ts';
import { formatMonth } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo } from '../../paths.ts';
import { type Description, DescriptionList } from '../../ui/description-list.tsx';
import { Link } from '../../ui/link.tsx';
import { Section } from '../../ui/section.tsx';
import { bornText } from './cadre-words.ts';

const month = (day: string | null) => day && formatMonth(day);

function personItems(cadre: Cadre, day: string, text: Dictionary['cadres']): Description[] {
  return [
    { term: text.sex, value: word(sexWords[cadre.sex]) },
    { term: text.bornOn, value: bornText(cadre.bornOn, day, text) },
    { term: text.ethnicity, value: cadre.ethnicity },
    { term: text.nativePlace, value: cadre.nativePlace },
    { term: text.homeTownship, value: cadre.homeTownship },
    { term: text.education, value: cadre.education },
    { term: text.phone, value: cadre.phone },
    { term: text.cadreNote, value: cadre.note },
  ];
}

function workItems(cadre: Cadre, text: Dictionary['cadres']): Description[] {
  return [
    { term: text.unit, value: <Link to={linkTo.unit(cadre.unitId)}>{cadre.unitName}</Link> },
    { term: text.position, value: cadre.position },
    { term: text.rank, value: word(rankWords[cadre.rank]) },
    { term: text.staffingType, value: word(staffingTypeWords[cadre.staffingType]) },
    {
      term: text.managementAuthority,
      value: cadre.managementAuthority && word(managementAuthorityWords[cadre.managementAuthority]),
    },
    { term: text.speciality, value: word(specialityWords[cadre.speciality]) },
    { term: text.workingSince, value: month(cadre.workingSince) },
    { term: text.category, value: cadre.category && word(categoryWords[cadre.category]) },
  ];
}

function membershipItems(cadre: Cadre, text: Dictionary['cadres']): Description[] {
  return [
    { term: text.politicalStatus, value: cadre.politicalStatus },
    { term: text.joinedOn, value: month(cadre.joinedOn) },
    { term: text.fullMemberOn, value: month(cadre.fullMemberOn) },
    { term: text.membershipDocument, value: cadre.membershipDocument, wide: true },
  ];
}

/** What the register knows of a person, personal data apart. */
export function CadreFacts({ cadre }: { cadre: Cadre }) {
  const text = useText().cadres;
  const { day } = useDay();
  const parts: [string, Description[]][] = [
    [text.work, workItems(cadre, text)],
    [text.membership, membershipItems(cadre, text)],
    [text.facts, personItems(cadre, day, text)],
  ];
  return parts.map(([title, items]) => (
    <Section key={title} title={title}>
      <DescriptionList items={items} columns={2} termWidth={84} />
    </Section>
  ));
}
