import type { AimStanding } from '@xuanpai/domain/targets/aims';
import { Fragment } from 'react';
import { useText } from '../../../locales/use-text.ts';
import { TargetBadge } from '../target-state.tsx';
import styles from '../targets.module.css';
import type { VillageMeasure, VillageTargets } from '../values.ts';
import { CheckLine } from './check-line.tsx';
import { NumberLine } from './number-line.tsx';

interface AimListProps {
  aims: readonly AimStanding<VillageMeasure>[];
  targets: VillageTargets;
  batchId: string;
}

/** Each aim with its measures: figures as bars, the rest as ticks in two columns. */
export function AimList({ aims, targets, batchId }: AimListProps) {
  const text = useText().targets;
  const several = new Set(aims.map(({ family }) => family)).size > 1;
  const Heading = several ? 'h3' : 'h2';
  let before = '';
  return (
    <div>
      {aims.map((aim) => {
        const opens = several && aim.family !== before;
        before = aim.family;
        const figures = aim.measures.filter(({ kind }) => kind !== 'yesNo' && kind !== 'rank');
        const ticks = aim.measures.filter(({ kind }) => kind === 'yesNo' || kind === 'rank');
        return (
          <Fragment key={`${aim.family} ${aim.aim}`}>
            {opens && <h2 className={styles.family}>{aim.familyName}</h2>}
            <section className={styles.aim} aria-label={aim.name}>
              <div className={styles.aimHead}>
                <span className={styles.aimNumber}>{aim.aim}</span>
                <Heading className={styles.aimName}>{aim.name}</Heading>
                <span className={styles.aimState}>
                  <TargetBadge state={aim.state} />
                </span>
              </div>
              <div className={styles.measures}>
                {figures.map((measure) => (
                  <NumberLine
                    key={measure.key}
                    measure={measure}
                    targets={targets}
                    batchId={batchId}
                  />
                ))}
                {ticks.length > 0 && (
                  <ul className={styles.ticks}>
                    {ticks.map((measure) => (
                      <CheckLine
                        key={measure.key}
                        measure={measure}
                        targets={targets}
                        batchId={batchId}
                      />
                    ))}
                  </ul>
                )}
              </div>
            </section>
          </Fragment>
        );
      })}
      <p className={styles.legend}>
        <span className={styles.legendTick} /> {text.legendTarget}
        <span className={styles.legendBefore} /> {text.legendBefore}
        <span>{text.legendBasis}</span>
      </p>
    </div>
  );
}
