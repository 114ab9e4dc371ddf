import type { NewWish } from '@xuanpai/contracts/plan-wishes';
import { type WishKind, wishKinds } from '@xuanpai/contracts/values';
import { Form } from 'antd';
import { useText } from '../../../locales/use-text.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { formLayout } from '../../../ui/form-layout.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { Select } from '../../../ui/select.tsx';
import { SidePanel } from '../../../ui/side-panel.tsx';
import type { Board } from '../board-model.ts';
import type { WishActs } from './use-wish-acts.ts';
import { fieldsOf, optionsOf, type WishField, type WishValues, wishOf } from './wish-form.ts';
import { ReasonAndEnd } from './wish-panel.tsx';

interface AddWishProps {
  board: Board;
  acts: WishActs;
  onClose: () => void;
}

/** A new wish: its kind says which fields it has; the people and villages are those of the plan. */
export function AddWish({ board, acts, onClose }: AddWishProps) {
  const { wishes: text, plans, ui } = useText();
  const [form] = Form.useForm<WishValues>();
  const kind: WishKind = Form.useWatch('kind', form) ?? 'pin';
  const options = optionsOf(board, plans);
  const labels: Record<WishField, string> = {
    cadreId: text.person,
    otherCadreId: text.other,
    placeId: text.place,
    villageId: text.village,
    unitId: text.unit,
    townshipId: text.township,
    where: text.villageOrTownship,
  };
  return (
    <SidePanel title={text.add} onClose={onClose}>
      {acts.problem && <ProblemAlert error={acts.problem} />}
      <Form<WishValues>
        {...formLayout}
        form={form}
        initialValues={{ kind: 'pin' }}
        onFinish={async (values) => {
          const wish: NewWish = wishOf(values);
          if (await acts.add(wish)) onClose();
        }}
      >
        <Form.Item name="kind" label={text.kind}>
          <Select<WishKind>
            options={wishKinds.map((value) => ({ value, label: text.kinds[value] }))}
          />
        </Form.Item>
        {fieldsOf[kind].map((field) => (
          <Form.Item
            key={field}
            name={field}
            label={labels[field]}
            rules={[{ required: true, message: text.choose }]}
          >
            <Select<string> searchable options={options[field]} placeholder={text.choose} />
          </Form.Item>
        ))}
        <ReasonAndEnd text={text} ui={ui} />
        <ActButton kind="primary" submits busy={acts.busy} blocked={acts.blocked}>
          {text.add}
        </ActButton>
      </Form>
    </SidePanel>
  );
}
