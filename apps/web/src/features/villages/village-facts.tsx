import type { Village } from '@xuanpai/contracts/villages';
import { useText } from '../../locales/use-text.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import { countText } from './village-words.ts';

export function VillageFacts({ village, columns = 1 }: { village: Village; columns?: 1 | 2 }) {
  const text = useText().villages;
  return (
    <DescriptionList
      columns={columns}
      termWidth={84}
      items={[
        { term: text.township, value: village.townshipName },
        { term: text.code, value: village.code },
        { term: text.households, value: countText(village.households) },
        { term: text.population, value: countText(village.population) },
        { term: text.partyMembers, value: countText(village.partyMembers) },
        { term: text.mainIndustry, value: village.mainIndustry },
        { term: text.villageNote, value: village.note, wide: true },
      ]}
    />
  );
}
