import type { Coverage } from '@xuanpai/contracts/coverage';
import { formatNumber } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import styles from './coverage.module.css';

type Figure = Coverage['stated'][number];

const agrees = ({ is, stated }: Figure) => stated === null || is === stated;

/** What the notice states beside what the registers give. */
export function StatedFigures({ stated, basis }: { stated: readonly Figure[]; basis: string }) {
  const text = useText().coverage;
  const different = stated.filter((figure) => !agrees(figure)).length;
  return (
    <Section
      title={text.stated}
      note={
        different === 0
          ? text.statedAll(stated.length, basis)
          : text.statedDifferent(different, basis)
      }
    >
      <dl className={styles.figures}>
        {stated.map((figure) => (
          <div key={figure.key} className={styles.figure}>
            <dt>{figure.label}</dt>
            <dd>
              <span>
                <span className={styles.is}>{formatNumber(figure.is)}</span>
                {figure.stated !== null && (
                  <span className={styles.none}>/{formatNumber(figure.stated)}</span>
                )}
              </span>
              <StateBadge
                state={agrees(figure) ? 'eligible' : 'hint'}
                word={agrees(figure) ? text.agrees : text.differs}
              />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
