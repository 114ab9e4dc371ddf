import type { Candidate } from '@xuanpai/contracts/plan-moves';
import { formatChange, formatNumber } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import { Mark } from '../../ui/mark.tsx';
import type { Board, BoardVillage, PlanCadre } from './board-model.ts';
import styles from './exchange-preview.module.css';

interface ExchangePreviewProps {
  board: Board;
  village: BoardVillage;
  holder: PlanCadre | null;
  candidate: Candidate;
}

interface Line {
  key: string;
  village: string;
  from: string;
  to: string;
  before: number;
  change: number;
}

/** What would be before and after, village by village and for the whole plan, and which rules hold. */
export function ExchangePreview({ board, village, holder, candidate }: ExchangePreviewProps) {
  const text = useText().place;
  const { empty } = text;
  const cadre = board.cadre(candidate.cadreId);
  const left = board.village(board.place(candidate.currentPlaceId)?.villageId);
  const lines = linesOf();
  const known = lines.reduce((sum, { change }) => sum + change, 0);
  const across = Math.round((candidate.change - known) * 10) / 10;
  const score = board.plan.score ?? 0;
  return (
    <section className={styles.preview} aria-live="polite">
      <p className={styles.head}>
        <strong>
          {holder && candidate.currentPlaceId !== null
            ? text.exchangeOf(holder.name, cadre?.name ?? '')
            : text.placeOf(cadre?.name ?? '', village.name)}
        </strong>
        <span>{text.nowAfter}</span>
      </p>
      <table className={styles.table}>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">{line.village}</th>
              <td>
                {line.from} → <strong>{line.to}</strong>
              </td>
              <td className={styles.figure}>
                {formatNumber(line.before, 1)} → {formatNumber(line.before + line.change, 1)}
              </td>
              <td className={styles.figure}>
                <strong>{formatChange(line.change)}</strong>
              </td>
            </tr>
          ))}
          {across !== 0 && (
            <tr>
              <th scope="row" colSpan={3}>
                {text.acrossTowns}
              </th>
              <td className={styles.figure}>
                <strong>{formatChange(across)}</strong>
              </td>
            </tr>
          )}
          <tr className={styles.total}>
            <th scope="row">{text.total}</th>
            <td className={styles.figure} colSpan={2}>
              {formatNumber(score, 1)} → {formatNumber(score + candidate.change, 1)}
            </td>
            <td className={styles.figure} data-loss={candidate.change < 0}>
              {formatChange(candidate.change)}
            </td>
          </tr>
        </tbody>
      </table>
      <Rules board={board} village={village} candidate={candidate} />
    </section>
  );

  function linesOf(): Line[] {
    const here = {
      key: village.villageId,
      village: village.name,
      from: holder?.name ?? empty,
      to: cadre?.name ?? '',
      before: village.score,
      change: candidate.here,
    };
    if (!left || candidate.there === null || left.villageId === village.villageId) return [here];
    const there = {
      key: left.villageId,
      village: left.name,
      from: cadre?.name ?? '',
      to: holder?.name ?? empty,
      before: left.score,
      change: candidate.there,
    };
    return [here, there];
  }
}

/** The rules that hold, ticked; the preferences that would be given up, in words. */
function Rules({ board, village, candidate }: Omit<ExchangePreviewProps, 'holder'>) {
  const text = useText().place;
  const gained = new Set(candidate.findings.map(({ code }) => code));
  const district = village.tier === 'district';
  const held = [
    text.fullMember,
    ...(district && !gained.has('inversion') ? [text.noInversion] : []),
    ...(district && !gained.has('homeTownship') ? [text.noHome] : []),
    ...(district ? [] : [text.ownTownship]),
    ...(!district && village.kinds.includes('lagging') ? [text.leadingBody] : []),
  ];
  const { pairs } = board.plan;
  return (
    <ul className={styles.rules}>
      {held.map((rule) => (
        <li key={rule}>
          <Mark shape="check" tone="green" />
          {rule}
        </li>
      ))}
      {district && (
        <li>
          <Mark
            shape={candidate.pairs < 0 ? 'warn' : 'check'}
            tone={candidate.pairs < 0 ? 'amber' : 'green'}
          />
          {candidate.pairs === 0
            ? text.pairsSame(pairs)
            : text.pairsChange(pairs, pairs + candidate.pairs)}
        </li>
      )}
      {candidate.findings.map((finding) => (
        <li key={finding.message} className={styles.wide}>
          <Mark shape="warn" tone="amber" />
          {finding.message}
        </li>
      ))}
    </ul>
  );
}
