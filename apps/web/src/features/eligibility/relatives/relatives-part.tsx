import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Nomination } from '@xuanpai/contracts/nominations';
import { type Relative, removeRelative } from '@xuanpai/contracts/relatives';
import { relativeKindWords } from '@xuanpai/contracts/words';
import { useState } from 'react';
import { call } from '../../../lib/api.ts';
import { problemOf } from '../../../lib/api-problem.ts';
import { useCan } from '../../../lib/can.tsx';
import { useDay } from '../../../lib/day.ts';
import { formatInstantDay } from '../../../lib/format.ts';
import { showDone } from '../../../lib/undo.ts';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { PanelPart } from '../../../ui/side-panel.tsx';
import { Failed, Skeleton } from '../../../ui/table-states.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { CorrectForm } from './correct-form.tsx';
import { DeclareForm } from './declare-form.tsx';
import { relativesQuery } from './queries.ts';
import styles from './relatives.module.css';

/** E8: the kin that was declared with a nomination; kept apart when the plan is made. */
export function RelativesPart({ nomination }: { nomination: Nomination }) {
  const text = useText().relatives;
  const { batchId, id } = nomination;
  const query = useQuery(relativesQuery(batchId, id));
  const [declaring, setDeclaring] = useState(false);
  const { readOnly } = useDay();
  const may = useCan('nominations.replace') && !readOnly && nomination.state === 'active';
  return (
    <PanelPart title={text.title}>
      <p className={styles.note}>{text.note}</p>
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton lines={1} />}
      {query.data?.total === 0 && <p className={styles.note}>{text.none}</p>}
      <ul className={styles.list}>
        {query.data?.items.map((relative) => (
          <RelativeLine key={relative.id} nomination={nomination} relative={relative} may={may} />
        ))}
      </ul>
      {may && !declaring && <TextButton onClick={() => setDeclaring(true)}>{text.add}</TextButton>}
      {may && declaring && (
        <DeclareForm nomination={nomination} onEnd={() => setDeclaring(false)} />
      )}
    </PanelPart>
  );
}

interface RelativeLineProps {
  nomination: Nomination;
  relative: Relative;
  may: boolean;
}

function RelativeLine({ nomination, relative, may }: RelativeLineProps) {
  const text = useText().relatives;
  const client = useQueryClient();
  const own = relative.nominationId === nomination.id;
  const [correcting, setCorrecting] = useState(false);
  const relation = word(relativeKindWords[relative.relation]);
  const other = own ? relative.otherCadreName : relative.cadreName;
  const words = relative.villageName
    ? text.inVillage(relative.villageName, relation)
    : text.withCadre(other ?? '', relation);
  const remove = useMutation({
    mutationFn: () =>
      call(removeRelative, {
        params: {
          id: nomination.batchId,
          nominationId: relative.nominationId,
          relativeId: relative.id,
        },
        query: { version: relative.version },
      }),
    onSuccess: async () => {
      showDone(text.removed);
      await client.invalidateQueries({ queryKey: ['nominations'] });
      await client.invalidateQueries({ queryKey: ['plans'] });
    },
    onError: (error) => {
      const problem = problemOf(error);
      showDone(problem.detail || problem.title);
    },
  });
  if (correcting) {
    const end = () => setCorrecting(false);
    return (
      <li>
        <CorrectForm nomination={nomination} relative={relative} onEnd={end} />
      </li>
    );
  }
  return (
    <li>
      <span>
        {words}
        <span className={styles.note}>
          {[
            relative.note,
            own ? null : text.fromOther(relative.cadreName),
            text.declared(relative.declaredByName, formatInstantDay(relative.declaredAt)),
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
      </span>
      {may && own && (
        <span className={styles.acts}>
          <TextButton aria-label={text.correctOf(words)} onClick={() => setCorrecting(true)}>
            {text.correct}
          </TextButton>
          <TextButton
            disabled={remove.isPending}
            aria-label={text.removeOf(words)}
            onClick={() => remove.mutate()}
          >
            {text.remove}
          </TextButton>
        </span>
      )}
    </li>
  );
}
