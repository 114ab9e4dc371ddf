import { halfSign, marks, markWords } from '@xuanpai/contracts/attendance-marks';
import type { ImportBook, SignMeaning } from '@xuanpai/contracts/import-books';
import type { Import } from '@xuanpai/contracts/imports';
import { Checkbox } from 'antd';
import { useDay } from '../../lib/day.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { Select } from '../../ui/select.tsx';
import styles from './book-panel.module.css';
import type { ImportActs } from './use-import-acts.ts';

interface BookPanelProps {
  preview: Import;
  book: ImportBook;
  acts: ImportActs;
}

/** The sheets of an attendance book, each with its month, and what its own signs stand for. */
export function BookPanel({ preview, book, acts }: BookPanelProps) {
  const text = useText().imports.attendance;
  const { readOnly } = useDay();
  const open = preview.status === 'previewed' && !readOnly;
  const read = book.sheets.filter(({ use }) => use === 'read').length;
  return (
    <>
      <p className={styles.title}>
        <strong>{text.sheets}</strong>{' '}
        <span className={styles.note}>{text.sheetsNote(read, book.sheets.length)}</span>
      </p>
      <ul className={styles.list}>
        {book.sheets.map((sheet) => (
          <li key={sheet.index} className={styles.line}>
            {sheet.use === 'foreign' ? (
              <>
                <span className={styles.name}>{sheet.name}</span>
                <span className={styles.note}>{text.foreign(sheet.townshipName ?? '')}</span>
              </>
            ) : (
              <SheetLine sheet={sheet} open={open} acts={acts} />
            )}
          </li>
        ))}
      </ul>
      {book.signs.length > 0 && (
        <>
          <p className={styles.title}>
            <strong>{text.signs}</strong> <span className={styles.note}>{text.signsNote}</span>
          </p>
          <ul className={styles.list}>
            {book.signs.map((sign) => (
              <SignLine key={sign.sign} sign={sign} open={open} acts={acts} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface SheetLineProps {
  sheet: ImportBook['sheets'][number];
  open: boolean;
  acts: ImportActs;
}

function SheetLine({ sheet, open, acts }: SheetLineProps) {
  const text = useText().imports.attendance;
  const { today } = useDay();
  const isRead = sheet.use === 'read';
  const choose = (given: { month?: string | null; use?: boolean }) =>
    acts.chooseSheet({
      index: sheet.index,
      townshipId: null,
      month: sheet.chosen ? sheet.month : null,
      use: isRead,
      ...given,
    });
  const months = monthsBefore(today.slice(0, 7), sheet.month);
  return (
    <>
      <Checkbox
        checked={isRead}
        disabled={!open}
        aria-label={text.readSheet(sheet.name)}
        onChange={({ target }) => choose({ use: target.checked })}
      />
      <span className={styles.name}>{sheet.name}</span>
      <Select<string>
        variant="borderless"
        size="small"
        disabled={!open || !isRead}
        aria-label={text.month(sheet.name)}
        placeholder={text.noMonth}
        value={sheet.month}
        onChange={(month) => choose({ month })}
        options={months.map((month) => ({ value: month, label: month }))}
      />
      <span className={styles.note}>{text.rows(sheet.rows)}</span>
    </>
  );
}

/** The last two years and a half, the latest first, and the one that is chosen. */
function monthsBefore(last: string, chosen: string | null): string[] {
  const at = Number(last.slice(0, 4)) * 12 + Number(last.slice(5)) - 1;
  const months = Array.from({ length: 30 }, (_, back) => {
    const month = at - back;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
  return chosen === null || months.includes(chosen) ? months : [chosen, ...months];
}

interface SignLineProps {
  sign: ImportBook['signs'][number];
  open: boolean;
  acts: ImportActs;
}

function SignLine({ sign, open, acts }: SignLineProps) {
  const text = useText().imports.attendance;
  const half = { value: halfSign as SignMeaning, label: halfSign };
  const options = marks
    .filter((mark) => mark !== 'absent')
    .map((mark) => ({
      value: mark as SignMeaning,
      label: `${markWords[mark].sign} ${word(markWords[mark])}`,
    }));
  return (
    <li className={styles.line}>
      <span className={styles.name}>{sign.sign}</span>
      <Select<SignMeaning>
        variant="borderless"
        size="small"
        allowClear
        disabled={!open}
        aria-label={text.signOf(sign.sign)}
        placeholder={text.noSign}
        value={sign.means}
        onChange={(means: SignMeaning | undefined) =>
          acts.explain([{ sign: sign.sign, means: means ?? null }])
        }
        options={[options[0] ?? half, half, ...options.slice(1)]}
      />
      <span className={styles.note}>{text.signCells(sign.count)}</span>
    </li>
  );
}
