import { rankWords, specialityWords, staffingTypeWords } from '@xuanpai/contracts/words';
import { checkIdNumber } from '@xuanpai/domain/office/id-number';
import { Form, Input } from 'antd';
import { currentLanguage } from '../../lib/language.ts';
import { useText } from '../../locales/use-text.ts';
import { wordOptions } from '../../locales/word.ts';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';

/** A person who isn't in the register yet; sex and date of birth follow from the ID number. */
export function NewCadreFields() {
  const words = useText();
  const text = words.eligibility;
  const required = { required: true, message: text.missing };
  const date = dateRule('either', words.ui);
  return (
    <>
      <Form.Item name={['cadre', 'name']} label={text.name} rules={[required]}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={['cadre', 'idNumber']}
        label={text.idNumber}
        rules={[required, { validator: checkedIdNumber }]}
      >
        <Input maxLength={30} autoComplete="off" />
      </Form.Item>
      <Form.Item name={['cadre', 'position']} label={text.positionTitle}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name={['cadre', 'rank']} label={text.rank} rules={[required]}>
        <Select options={wordOptions(rankWords)} />
      </Form.Item>
      <Form.Item name={['cadre', 'staffingType']} label={text.staffingType} rules={[required]}>
        <Select options={wordOptions(staffingTypeWords)} />
      </Form.Item>
      <Form.Item name={['cadre', 'speciality']} label={text.speciality} rules={[required]}>
        <Select options={wordOptions(specialityWords)} />
      </Form.Item>
      <Form.Item name={['cadre', 'politicalStatus']} label={text.politicalStatus}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name={['cadre', 'joinedOn']} label={text.joinedOn} rules={[required, date]}>
        <DateField precision="either" placeholder={words.ui.monthFormat} style={{ width: 128 }} />
      </Form.Item>
      <Form.Item name={['cadre', 'fullMemberOn']} label={text.fullMemberOn} rules={[date]}>
        <DateField precision="either" placeholder={words.ui.monthFormat} style={{ width: 128 }} />
      </Form.Item>
      <Form.Item name={['cadre', 'phone']} label={text.phone}>
        <Input maxLength={30} autoComplete="off" inputMode="tel" />
      </Form.Item>
    </>
  );
}

function checkedIdNumber(_: unknown, typed: string | undefined): Promise<void> {
  if (!typed) return Promise.resolve();
  const check = checkIdNumber(typed);
  if (check.ok) return Promise.resolve();
  const [problem] = check.problems;
  return Promise.reject(new Error(problem?.[currentLanguage()]));
}
