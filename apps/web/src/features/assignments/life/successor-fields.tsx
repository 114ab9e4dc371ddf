import type { Candidate } from '@xuanpai/contracts/assignment-acts';
import { categoryWords } from '@xuanpai/contracts/words';
import { Form, Input } from 'antd';
import { judgementStates } from '../../../lib/judgement-states.ts';
import { useText } from '../../../locales/use-text.ts';
import { wordOptions } from '../../../locales/word.ts';
import { Select } from '../../../ui/select.tsx';

interface SuccessorFieldsProps {
  people: readonly Candidate[] | undefined;
  chosen: string | undefined;
}

const districtCategories = {
  sectionCadre: categoryWords.sectionCadre,
  youngCadre: categoryWords.youngCadre,
};
const townshipCategories = {
  leadingBody: categoryWords.leadingBody,
  officeCadre: categoryWords.officeCadre,
};

/** Who follows, best first; whoever isn't named yet is named in the same act. */
export function SuccessorFields({ people, chosen }: SuccessorFieldsProps) {
  const all = useText();
  const text = all.assignmentActs;
  const person = people?.find(({ cadreId }) => cadreId === chosen);
  const ofDistrict = person && person.category in districtCategories;
  return (
    <>
      <Form.Item
        name="cadreId"
        label={text.successor}
        extra={person?.whyNot[0] ?? text.successorHint}
        rules={[{ required: true, message: text.missing }]}
      >
        <Select
          searchable
          loading={people === undefined}
          aria-label={text.successor}
          options={(people ?? []).map((one) => ({ value: one.cadreId, label: labelOf(one) }))}
        />
      </Form.Item>
      {person && !person.named && (
        <Form.Item name="category" label={text.category} extra={text.categoryHint}>
          <Select
            aria-label={text.category}
            placeholder={
              wordOptions(categoryWords).find(({ value }) => value === person.category)?.label
            }
            options={ofDistrict ? wordOptions(districtCategories) : wordOptions(townshipCategories)}
          />
        </Form.Item>
      )}
      {person?.judgement === 'toStudy' && (
        <Form.Item name="ageReason" label={text.ageReason} extra={text.overAge}>
          <Input autoComplete="off" maxLength={200} />
        </Form.Item>
      )}
    </>
  );

  /** 李明 区财政局 同单位 已提名 符合 +62.4分. */
  function labelOf({ name, unitName, sameUnit, named, judgement, score }: Candidate): string {
    return [
      name,
      unitName,
      sameUnit && text.sameUnit,
      named && text.named,
      all.states[judgementStates[judgement]],
      score !== null && text.points(score),
    ]
      .filter(Boolean)
      .join(' ');
  }
}
