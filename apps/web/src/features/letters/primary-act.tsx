import { type LetterKind, makesLetters } from '@xuanpai/contracts/letter-kinds';
import type { LetterSubject } from '@xuanpai/contracts/letters';
import { useCan } from '../../lib/can.tsx';
import { useStore } from '../../lib/store.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { readDate } from '../../ui/read-date.ts';
import type { FileFormat } from './print-file.ts';
import type { LetterActs } from './use-letter-acts.ts';

interface PrimaryActProps {
  kind: LetterKind;
  acts: LetterActs;
  /** Those picked, or all. */
  chosen: readonly LetterSubject[];
  /** Null: all. */
  ids: readonly string[] | null;
  date: string | null;
  format: FileFormat;
}

/** Make what isn't made and take all of it; for those who make none of the kind, take what is made. */
export function PrimaryAct({ kind, acts, chosen, ids, date, format }: PrimaryActProps) {
  const text = useText().letters;
  const { busy } = useStore(acts.state);
  const mayWrite = useCan(makesLetters(kind));
  const made = chosen.filter(({ letter }) => letter !== null);
  const toMake = chosen.length - made.length;
  const label = (words: string) => (busy ? text.making(chosen.length) : words);
  if (!mayWrite || toMake === 0) {
    const taken = ids && made.map(({ subjectId }) => subjectId);
    return (
      <ActButton
        kind="primary"
        icon="download"
        reads
        busy={busy}
        blocked={made.length === 0 ? text.noneMade : null}
        onClick={() => void acts.take(format, taken)}
      >
        {label(text.download(made.length))}
      </ActButton>
    );
  }
  const day = date && readDate(date, 'day').value;
  return (
    <ActButton
      kind="primary"
      icon="print"
      busy={busy}
      blocked={day ? null : text.needDate}
      onClick={() => day && void acts.make(ids, day, format, false)}
    >
      {label(text.make(chosen.length))}
    </ActButton>
  );
}
