import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Comparison, saveFieldScores } from '@xuanpai/contracts/field-comparisons';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { dropDraft, keepDraft, keptDraft } from '../../lib/drafts.ts';
import { useUser } from '../../lib/session.ts';
import { showDone } from '../../lib/undo.ts';
import { holdPage } from '../../lib/unsaved.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import type { GridChange, GridRow } from '../../ui/month-grid/grid-types.ts';
import { MonthGrid } from '../../ui/month-grid/month-grid.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { forgetInspections } from './queries.ts';
import { readPoints } from './read-points.ts';
import styles from './score-grid.module.css';

/** What is typed and isn't saved: by `village criterion`; null empties a cell. */
type Typed = Record<string, number | null>;

interface ScoreGridProps {
  comparison: Comparison;
  judge: { id: string; name: string };
}

/** One judge's sheet as a spreadsheet: typed, pasted from Excel, copied to it, undone, then saved. */
export function ScoreGrid({ comparison, judge }: ScoreGridProps) {
  const text = useText().inspections;
  const client = useQueryClient();
  const { readOnly } = useDay();
  const { inspectionId, criteria, villages, scores, editable, version } = comparison;
  const [typed, setTyped] = useTyped(`comparison.${inspectionId}.${judge.id}`);
  const given = useMemo(() => {
    const own = scores.filter(({ judgeId }) => judgeId === judge.id);
    return new Map(own.map((one) => [`${one.villageId} ${one.criterionId}`, one.points]));
  }, [scores, judge.id]);
  const changed = Object.entries(typed).filter(([key, is]) => is !== (given.get(key) ?? null));
  const most = useMemo(() => new Map(criteria.map((one) => [one.id, one.most])), [criteria]);
  const tooMany = changed.filter(
    ([key, is]) => is !== null && is > (most.get(key.split(' ')[1] ?? '') ?? 0),
  ).length;
  const rows = villages.map(
    (village): GridRow => ({
      id: village.id,
      left: [{ text: text.where(village.townshipName, village.name), strong: true }],
      cells: criteria.map(({ id, most: limit }) => {
        const key = `${village.id} ${id}`;
        const points = key in typed ? (typed[key] ?? null) : (given.get(key) ?? null);
        const value = points === null ? null : String(points);
        const over = points !== null && points > limit;
        return {
          ...{ value, text: value ?? '' },
          ...(over ? { flagged: 'red' as const, tip: text.points(limit) } : {}),
          ...(value === null && editable ? { flagged: 'amber' as const } : {}),
        };
      }),
      right: [],
    }),
  );
  const save = useMutation({
    mutationFn: () =>
      call(saveFieldScores, {
        params: { id: inspectionId },
        body: {
          version,
          scores: changed.map(([key, points]) => {
            const [villageId = '', criterionId = ''] = key.split(' ');
            return { villageId, criterionId, judgeId: judge.id, points };
          }),
        },
      }),
    onSuccess: async () => {
      setTyped({});
      await forgetInspections(client);
      showDone(text.scoresSaved(judge.name));
    },
    // Somebody else's points may be newer: what was typed stays.
    onError: () => forgetInspections(client),
  });
  const onChange = useCallback(
    (changes: GridChange[]) =>
      setTyped((before) => ({
        ...before,
        ...Object.fromEntries(
          changes.map(({ rowId, column, is }) => [
            `${rowId} ${column}`,
            is === null ? null : Number(is),
          ]),
        ),
      })),
    [setTyped],
  );
  return (
    <div className={styles.sheet}>
      <MonthGrid
        label={judge.name}
        leftColumns={[{ key: 'village', title: text.village, width: 180 }]}
        days={criteria.map(({ id, name, most: limit }) => ({
          ...{ key: id, head: name, below: text.points(limit) },
          label: `${name} ${text.points(limit)}`,
        }))}
        rightColumns={[]}
        rows={rows}
        words={text.scoreGrid}
        keyToValue={() => undefined}
        parse={readPoints}
        format={(value) => value ?? ''}
        typesText
        columnWidth={112}
        rowHeight={30}
        readOnly={readOnly || !editable}
        onChange={onChange}
        onUnreadable={(texts) => showDone(text.unreadPoints(texts.slice(0, 5).join('、')))}
      />
      {save.error && <ProblemAlert error={save.error} />}
      {editable && (
        <ActButton
          kind="secondary"
          busy={save.isPending}
          blocked={
            tooMany > 0 ? text.overMost(tooMany) : changed.length === 0 ? text.nothingTyped : null
          }
          onClick={() => save.mutate()}
        >
          {text.saveScores(judge.name)}
        </ActButton>
      )}
    </div>
  );
}

/** Outlives a reload; whoever closes the page with something unsaved is asked. */
function useTyped(name: string) {
  const { id: owner } = useUser();
  const [typed, setTyped] = useState<Typed>(() => (keptDraft(owner, name) ?? {}) as Typed);
  const unsaved = Object.keys(typed).length > 0;
  useEffect(() => {
    if (unsaved) keepDraft(owner, name, typed);
    else dropDraft(owner, name);
  }, [owner, name, typed, unsaved]);
  useEffect(() => (unsaved ? holdPage() : undefined), [unsaved]);
  return [typed, setTyped] as const;
}
