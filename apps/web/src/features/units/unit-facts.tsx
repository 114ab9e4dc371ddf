import type { Unit } from '@xuanpai/contracts/units';
import { unitKindWords } from '@xuanpai/contracts/words';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import { strengthsText } from './unit-columns.tsx';

export function UnitFacts({ unit }: { unit: Unit }) {
  const text = useText().units;
  return (
    <DescriptionList
      termWidth={84}
      items={[
        { term: text.kind, value: word(unitKindWords[unit.kind]) },
        ...(unit.townshipName ? [{ term: text.township, value: unit.townshipName }] : []),
        { term: text.quota, value: unit.quota },
        { term: text.strengths, value: strengthsText(unit.strengths) },
        { term: text.superior, value: unit.superior },
        { term: text.unitNote, value: unit.note },
      ]}
    />
  );
}
