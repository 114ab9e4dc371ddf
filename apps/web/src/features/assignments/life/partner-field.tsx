import type { Assignment } from '@xuanpai/contracts/assignments';
import { postWords } from '@xuanpai/contracts/words';
import { Form } from 'antd';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { Select } from '../../../ui/select.tsx';

interface PartnerFieldProps {
  posts: readonly Assignment[];
  own: Assignment;
}

/** With whom villages are exchanged: a township's people stay within it (D7). */
export function PartnerField({ posts, own }: PartnerFieldProps) {
  const text = useText().assignmentActs;
  const options = posts
    .filter((post) => post.villageId !== own.villageId)
    .filter((post) => own.tier !== 'township' || post.townshipId === own.townshipId)
    .map((post) => ({
      value: post.id,
      label: `${post.cadreName} ${post.villageName}${word(postWords[post.post])} ${post.unitName}`,
    }));
  return (
    <Form.Item
      name="withId"
      label={text.partner}
      rules={[{ required: true, message: text.missing }]}
    >
      <Select searchable options={options} aria-label={text.partner} />
    </Form.Item>
  );
}
