import { wishKindWords } from '@xuanpai/contracts/words';
import { Form, Input } from 'antd';
import { formatInstant } from '../../../lib/format.ts';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { linkTo } from '../../../paths.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { DateField, dateRule } from '../../../ui/date-field.tsx';
import { DescriptionList } from '../../../ui/description-list.tsx';
import { formLayout } from '../../../ui/form-layout.ts';
import { Link } from '../../../ui/link.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { PanelPart, SidePanel } from '../../../ui/side-panel.tsx';
import type { Board } from '../board-model.ts';
import type { WishActs } from './use-wish-acts.ts';
import type { WishRow } from './wish-list.ts';

interface WishPanelProps {
  board: Board;
  row: WishRow;
  acts: WishActs;
  onClose: () => void;
}

/** A wish beside the list: who set it and why; another reason or end, or its removal. */
export function WishPanel({ board, row, acts, onClose }: WishPanelProps) {
  const { wishes: text } = useText();
  const { wish, nominationId } = row;
  const seat = wish?.placeId ?? (wish?.cadreId ? board.seatOf(wish.cadreId)?.id : null);
  return (
    <SidePanel
      title={row.text}
      note={wish ? word(wishKindWords[wish.kind]) : text.kin}
      extra={
        nominationId ? (
          <Link to={linkTo.eligibility({ row: nominationId })}>{text.openNomination}</Link>
        ) : (
          seat && <Link to={linkTo.plan(board.plan.id, { place: seat })}>{text.openPlace}</Link>
        )
      }
      onClose={onClose}
    >
      <PanelPart>
        <DescriptionList
          items={[
            { term: text.setBy, value: `${row.setByName} ${formatInstant(row.setAt)}` },
            ...(wish ? [{ term: text.state, value: stateOf() }] : []),
            { term: text.reason, value: row.reason },
          ]}
        />
      </PanelPart>
      {acts.problem && <ProblemAlert error={acts.problem} />}
      {wish && acts.blocked === null && (
        <>
          <ChangeForm row={row} acts={acts} />
          <PanelPart>
            <ActButton
              busy={acts.busy}
              onClick={async () => {
                if (await acts.remove(wish)) onClose();
              }}
            >
              {wish.kind === 'pin' ? text.unpin : text.remove}
            </ActButton>
          </PanelPart>
        </>
      )}
    </SidePanel>
  );

  function stateOf(): string {
    if (!wish) return '';
    if (wish.state === 'void') return `${text.states.void}：${text.voidWhy}`;
    if (wish.state === 'expired') return text.states.expired;
    return wish.kept ? text.kept : text.notKept;
  }
}

interface Words {
  reason: string;
  endsOn?: string | null;
}

function ChangeForm({ row, acts }: Pick<WishPanelProps, 'row' | 'acts'>) {
  const { wishes: text, ui } = useText();
  const [form] = Form.useForm<Words>();
  const { wish } = row;
  if (!wish) return null;
  return (
    <PanelPart title={text.edit}>
      <Form<Words>
        {...formLayout}
        form={form}
        initialValues={{ reason: wish.reason, endsOn: wish.endsOn }}
        onFinish={({ reason, endsOn }) =>
          void acts.change(wish, { reason: reason.trim(), endsOn: endsOn || null })
        }
      >
        <ReasonAndEnd text={text} ui={ui} />
        <ActButton submits busy={acts.busy}>
          {text.save}
        </ActButton>
      </Form>
    </PanelPart>
  );
}

type Texts = ReturnType<typeof useText>;

/** The two fields that every wish has. */
export function ReasonAndEnd({ text, ui }: { text: Texts['wishes']; ui: Texts['ui'] }) {
  return (
    <>
      <Form.Item
        name="reason"
        label={text.reason}
        rules={[{ required: true, whitespace: true, min: 2, message: text.reasonHint }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="endsOn" label={text.endsOn} rules={[dateRule('day', ui)]}>
        <DateField placeholder={text.endsOnHint} style={{ width: 200 }} />
      </Form.Item>
    </>
  );
}
