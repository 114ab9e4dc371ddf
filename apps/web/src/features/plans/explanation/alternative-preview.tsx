import type { Alternative } from '@xuanpai/contracts/plan-explanation';
import { formatChange, formatNumber } from '../../../lib/format.ts';
import { useText } from '../../../locales/use-text.ts';
import { Mark } from '../../../ui/mark.tsx';
import type { Board } from '../board-model.ts';
import preview from '../exchange-preview.module.css';
import styles from './explanation.module.css';

interface AlternativePreviewProps {
  board: Board;
  villageId: string;
  alternative: Alternative;
}

/** Here, elsewhere and in all: points before and after, who moves, which preferences are given up. */
export function AlternativePreview({ board, villageId, alternative }: AlternativePreviewProps) {
  const { explanation: text, place } = useText();
  const { change, here, spread, elsewhere, travels, findings } = alternative;
  const village = board.village(villageId);
  const lines = [{ villageId, name: village?.name ?? text.here, change: here }, ...elsewhere];
  const score = board.plan.score ?? 0;
  return (
    <section className={preview.preview} aria-live="polite">
      <p className={preview.head}>
        <strong>{text.here}</strong>
        <span>{place.nowAfter}</span>
      </p>
      <table className={preview.table}>
        <tbody>
          {lines.map((line) => {
            const before = board.village(line.villageId)?.score ?? 0;
            return (
              <tr key={line.villageId}>
                <th scope="row">{line.name}</th>
                <td className={styles.beforeAfter}>
                  {formatNumber(before, 1)} → {formatNumber(before + line.change, 1)}
                </td>
                <td className={styles.difference}>
                  <strong>{formatChange(line.change)}</strong>
                </td>
              </tr>
            );
          })}
          {spread !== 0 && (
            <tr>
              <th scope="row" colSpan={2}>
                {text.spread}
              </th>
              <td className={styles.difference}>
                <strong>{formatChange(spread)}</strong>
              </td>
            </tr>
          )}
          <tr className={preview.total}>
            <th scope="row">{text.total}</th>
            <td className={styles.beforeAfter}>
              {formatNumber(score, 1)} → {formatNumber(score + change, 1)}
            </td>
            <td className={styles.difference} data-loss={change < 0}>
              {formatChange(change)}
            </td>
          </tr>
        </tbody>
      </table>
      <ul className={styles.travels}>
        {travels.map((travel) => (
          <li key={travel}>{travel}</li>
        ))}
      </ul>
      {findings.length === 0 ? (
        <p className={styles.finding}>
          <Mark shape="check" tone="green" />
          {text.keeps}
        </p>
      ) : (
        findings.map(({ message, weight }) => (
          <p key={message} className={styles.finding}>
            <Mark
              shape={weight === 'blocks' ? 'cross' : 'warn'}
              tone={weight === 'blocks' ? 'red' : 'amber'}
            />
            {message}
          </p>
        ))
      )}
    </section>
  );
}
