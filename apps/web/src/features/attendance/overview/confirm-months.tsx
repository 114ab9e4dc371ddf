import { useQueryClient } from '@tanstack/react-query';
import type { Month, SheetStanding } from '@xuanpai/contracts/attendance';
import { confirmAttendanceMonths } from '@xuanpai/contracts/attendance-acts';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import { call } from '../../../lib/api.ts';
import { showDone } from '../../../lib/undo.ts';
import { useText } from '../../../locales/use-text.ts';
import { linkTo } from '../../../paths.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { confirm } from '../../../ui/confirm.tsx';
import { Link } from '../../../ui/link.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import styles from './overview.module.css';
import { sumsOf } from './standing-filters.ts';

type Reply = ReplyOf<typeof confirmAttendanceMonths>;
export type Refused = Reply['refused'][number];

interface ConfirmMonthsProps {
  month: string;
  items: readonly SheetStanding[];
  picked: readonly SheetStanding[];
  onDone: (refused: readonly Refused[]) => void;
}

/** Confirms the picked townships, or all that have submitted; says before what stands in them. */
export function ConfirmMonths({ month, items, picked, onDone }: ConfirmMonthsProps) {
  const text = useText().attendanceOverview;
  const client = useQueryClient();
  const from = picked.length > 0 ? picked : items;
  const ready = from.filter(({ status }) => status === 'submitted');
  const reason = picked.length > 0 ? text.confirm.nonePicked : text.confirm.none;
  return (
    <ActButton
      kind="primary"
      blocked={ready.length === 0 ? reason : null}
      onClick={() => void ask()}
    >
      {label()}
    </ActButton>
  );

  function label() {
    if (picked.length > 0) return text.confirm.picked(ready.length);
    return ready.length > 0 ? text.confirm.all(ready.length) : text.confirm.nothing;
  }

  async function ask() {
    let reply: Reply = { confirmed: [], refused: [] };
    const done = await confirm({
      title: text.confirm.title(text.monthOf(month)),
      body: <Summary sheets={ready} />,
      act: text.confirm.act(ready.length),
      run: async () => {
        const sheets = ready.map(({ townshipId, version }) => ({ townshipId, version }));
        reply = await call(confirmAttendanceMonths, {
          body: { month: month as Month, sheets },
        });
      },
    });
    if (!done) return;
    onDone(reply.refused);
    showDone(text.confirm.done(reply.confirmed.length));
    await Promise.all(
      ['attendance', 'home'].map((key) => client.invalidateQueries({ queryKey: [key] })),
    );
  }
}

/** What is confirmed: people, shortfalls, contradictions; then the townships that have any. */
function Summary({ sheets }: { sheets: readonly SheetStanding[] }) {
  const text = useText().attendanceOverview;
  const sums = sumsOf(sheets);
  const open = sheets.filter(({ short, contradictions, objections }) =>
    [short, contradictions, objections].some((count) => count > 0),
  );
  return (
    <>
      <p>{text.confirm.body(sheets.length, sums.cadres)}</p>
      {open.length > 0 && (
        <ul className={styles.summary}>
          {open.map(({ townshipId, townshipName, short, contradictions, objections }) => (
            <li key={townshipId}>
              {text.confirm.line(townshipName, short, contradictions, objections)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface RefusedSheetsProps {
  refused: readonly Refused[];
  month: string;
  onClose: () => void;
}

/** Those that couldn't be confirmed, each with its reason and the way to its sheet. */
export function RefusedSheets({ refused, month, onClose }: RefusedSheetsProps) {
  const text = useText().attendanceOverview;
  if (refused.length === 0) return null;
  return (
    <div role="alert" className={styles.refused}>
      <StateBadge state="hint" word={text.confirm.refused(refused.length)} />
      <ul>
        {refused.map(({ townshipId, townshipName, message }) => (
          <li key={townshipId}>
            <Link to={linkTo.attendanceSheet(townshipId, month)}>{townshipName}</Link> {message}
          </li>
        ))}
      </ul>
      <TextButton onClick={onClose}>{text.confirm.seen}</TextButton>
    </div>
  );
}
