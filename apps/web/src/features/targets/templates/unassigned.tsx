import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useDay } from '../../../lib/day.ts';
import { useText } from '../../../locales/use-text.ts';
import { linkTo } from '../../../paths.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { Link } from '../../../ui/link.tsx';
import { Section } from '../../../ui/section.tsx';
import { targetGridQuery } from '../queries.ts';
import styles from '../targets.module.css';
import { ChooseDialog } from '../village/choose-dialog.tsx';

/** Villages that get nothing by their kinds: the planner picks, for one or for many at once. */
export function Unassigned({ batchId }: { batchId: string }) {
  const text = useText().targets;
  const { day } = useDay();
  const { data } = useQuery(targetGridQuery(batchId, { on: day, known: 'now' }));
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [choosing, setChoosing] = useState(false);
  const without = (data?.villages ?? []).filter(({ families }) => families.length === 0);
  if (without.length === 0) return null;
  const townships = [...new Set(without.map(({ townshipName }) => townshipName))];
  const chosen = without.filter(({ villageId }) => picked.has(villageId));
  const pick = (ids: readonly string[], on: boolean) =>
    setPicked((before) => {
      const next = new Set(before);
      for (const id of ids) {
        if (on) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  return (
    <Section
      title={text.unassigned(without.length)}
      note={text.noAimsNote}
      extra={
        <ActButton
          size="small"
          blocked={chosen.length === 0 ? text.pickVillages : null}
          onClick={() => setChoosing(true)}
        >
          {text.chooseForMany(chosen.length)}
        </ActButton>
      }
    >
      {townships.map((township) => {
        const own = without.filter(({ townshipName }) => townshipName === township);
        const ids = own.map(({ villageId }) => villageId);
        const on = ids.filter((id) => picked.has(id)).length;
        return (
          <fieldset key={township} className={styles.unassigned} aria-label={township}>
            <Checkbox
              className={styles.muted ?? ''}
              checked={on === ids.length}
              indeterminate={on > 0 && on < ids.length}
              onChange={(event) => pick(ids, event.target.checked)}
            >
              {township}
            </Checkbox>
            {own.map(({ villageId, villageName }) => (
              <span key={villageId}>
                <Checkbox
                  aria-label={villageName}
                  checked={picked.has(villageId)}
                  onChange={(event) => pick([villageId], event.target.checked)}
                />{' '}
                <Link to={linkTo.villageTargets(villageId)}>{villageName}</Link>
              </span>
            ))}
          </fieldset>
        );
      })}
      {choosing && chosen.length > 0 && (
        <ChooseDialog
          villages={chosen}
          batchId={batchId}
          onDone={() => setPicked(new Set())}
          onClose={() => setChoosing(false)}
        />
      )}
    </Section>
  );
}
