import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDay } from '../../../lib/day.ts';
import { useText } from '../../../locales/use-text.ts';
import { Section } from '../../../ui/section.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { targetGridQuery } from '../queries.ts';
import styles from '../targets.module.css';
import type { GridVillage } from '../values.ts';
import { ChooseDialog } from '../village/choose-dialog.tsx';

/** Villages that get nothing by their kinds: the planner picks. */
export function Unassigned({ batchId }: { batchId: string }) {
  const text = useText().targets;
  const { day } = useDay();
  const { data } = useQuery(targetGridQuery(batchId, { on: day, known: 'now' }));
  const [chosen, setChosen] = useState<GridVillage | null>(null);
  const without = (data?.villages ?? []).filter(({ families }) => families.length === 0);
  if (without.length === 0) return null;
  const townships = [...new Set(without.map(({ townshipName }) => townshipName))];
  return (
    <Section title={text.unassigned(without.length)} note={text.noAimsNote}>
      {townships.map((township) => (
        <p key={township} className={styles.unassigned}>
          <span className={styles.muted}>{township}</span>
          {without
            .filter(({ townshipName }) => townshipName === township)
            .map((village) => (
              <TextButton key={village.villageId} onClick={() => setChosen(village)}>
                {village.villageName}
              </TextButton>
            ))}
        </p>
      ))}
      {chosen && (
        <ChooseDialog village={chosen} batchId={batchId} onClose={() => setChosen(null)} />
      )}
    </Section>
  );
}
