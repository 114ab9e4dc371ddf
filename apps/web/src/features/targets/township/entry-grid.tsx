import { useCallback, useMemo } from 'react';
import { useDay } from '../../../lib/day.ts';
import { usePageKeys } from '../../../lib/keys.ts';
import { showDone } from '../../../lib/undo.ts';
import { useText } from '../../../locales/use-text.ts';
import type { Dictionary } from '../../../locales/zh-cn.ts';
import type { DayCell, GridChange, GridRow } from '../../../ui/month-grid/grid-types.ts';
import { MonthGrid } from '../../../ui/month-grid/month-grid.tsx';
import { commonFirst } from '../common-first.ts';
import { unitText, valueText } from '../measure-words.ts';
import { cellValue, readTyped, typedText } from '../report-form.ts';
import { StatusBadge } from '../target-state.tsx';
import type { SheetsOfPeriod } from '../values.ts';
import { type Entries, type EntrySaver, type EntryState, placeOf } from './entry-saver.ts';

interface EntryGridProps {
  data: SheetsOfPeriod;
  sheets: readonly Sheet[];
  saver: EntrySaver;
  state: EntryState;
  onOpen: (villageId: string) => void;
}

type Measure = SheetsOfPeriod['measures'][number];
type Sheet = SheetsOfPeriod['sheets'][number];

/** Villages × measures of a period, filled in like a spreadsheet: typed, pasted, undone. */
export function EntryGrid({ data, sheets, saver, state, onOpen }: EntryGridProps) {
  const text = useText().targets;
  const { readOnly } = useDay();
  const measures = useMemo(
    () =>
      commonFirst(
        data.measures,
        sheets.map(({ cells }) => cells.map(({ measureKey }) => measureKey)),
      ),
    [data.measures, sheets],
  );
  const words = useMemo(() => ({ yes: text.yes, no: text.no }), [text]);
  const byKey = useMemo(() => new Map(measures.map((one) => [one.key, one])), [measures]);
  const shown = useMemo(() => new Map([...state.sending, ...state.waiting]), [state]);
  const rows = useMemo(
    () => sheets.map((sheet) => rowOf(sheet, measures, shown, state.lost, text)),
    [sheets, measures, shown, state.lost, text],
  );
  const days = useMemo(
    () =>
      measures.map((measure) => ({
        key: measure.key,
        head: measure.name,
        below: unitText(measure, text) || text.yesNo,
        label: `${measure.aimName} ${measure.name}`,
      })),
    [measures, text],
  );
  const parse = useCallback(
    (typed: string, column = '') => {
      const measure = byKey.get(column);
      const value = measure && readTyped(typed, measure);
      if (!measure || value === undefined) return undefined;
      return value === null ? null : typedText(value, measure, words);
    },
    [byKey, words],
  );
  const onChange = useCallback(
    (changes: GridChange[]) =>
      saver.write(
        changes.flatMap(({ rowId: villageId, column: measureKey, is }) => {
          const measure = byKey.get(measureKey);
          const value = measure && readTyped(is ?? '', measure);
          return value === undefined ? [] : [{ villageId, measureKey, value }];
        }),
      ),
    [saver, byKey],
  );
  usePageKeys([
    { keys: '↑ ↓ ← →', does: text.keys.move },
    { keys: '0–9', does: text.keys.type },
    { keys: 'F2', does: text.keys.edit },
    { keys: 'Del', does: text.keys.clear },
    { keys: 'Ctrl+D Ctrl+R', does: text.keys.fill },
    { keys: 'Ctrl+C Ctrl+V', does: text.keys.copy },
    { keys: 'Ctrl+Z Ctrl+Y', does: text.keys.undo },
  ]);
  return (
    <MonthGrid
      label={text.gridLabel(data.township.name)}
      leftColumns={[
        { key: 'village', title: text.village, width: 112 },
        { key: 'status', title: text.state, width: 76 },
      ]}
      days={days}
      rightColumns={[]}
      rows={rows}
      words={{
        hint: text.gridHint,
        closed: text.notAskedCell,
        noted: text.notedCell,
        editor: text.cellEditor,
        unreadable: text.unreadable,
      }}
      keyToValue={() => undefined}
      typesText
      columnWidth={92}
      rowHeight={28}
      parse={parse}
      format={(value) => value ?? ''}
      readOnly={readOnly || !sheets.some(({ editable }) => editable)}
      onChange={onChange}
      onOpen={onOpen}
      onNote={onOpen}
      onUnreadable={(texts) => showDone(text.unread(texts.slice(0, 5).join('、')))}
    />
  );
}

function rowOf(
  sheet: Sheet,
  measures: readonly Measure[],
  typed: Entries,
  lost: readonly string[],
  text: Dictionary['targets'],
): GridRow {
  const cells = new Map(sheet.cells.map((cell) => [cell.measureKey, cell]));
  return {
    id: sheet.villageId,
    left: [
      { text: sheet.villageName, strong: true, tip: sheet.villageName },
      { text: sheet.status, show: <StatusBadge status={sheet.status} />, tip: sheet.reason ?? '' },
    ],
    cells: measures.map((measure): DayCell => {
      const cell = cells.get(measure.key);
      if (!cell) return { value: null, text: '', closed: true };
      if (cell.reckoned !== null || measure.source === 'judgement') {
        const said = /^-?\d/.test(cell.reckoned ?? '')
          ? valueText(measure, { value: cell.reckoned, answer: null }, text)
          : (cell.reckoned ?? '');
        return {
          ...{ value: said, text: said, readOnly: true, tone: 'faint' },
          tip: text.sources[measure.source],
        };
      }
      const place = placeOf({ villageId: sheet.villageId, measureKey: measure.key });
      const entry = typed.get(place);
      const value = typedText(entry ? entry.value : cellValue(cell), measure, text) || null;
      const before = cell.before && valueText(measure, cell.before, text);
      // What holds from before is shown, so that nothing is asked twice.
      const settled = value === null && !cell.asked && before;
      return {
        value,
        text: value ?? (settled || ''),
        ...(settled ? { tone: 'faint' as const } : {}),
        ...(value === null && cell.asked && sheet.editable ? { flagged: 'amber' as const } : {}),
        ...(lost.includes(place) ? { flagged: 'red' as const } : {}),
        noted: cell.note !== null,
        readOnly: !sheet.editable,
        tip: [before && text.beforeWas(cell.before?.period ?? '', before), cell.note]
          .filter(Boolean)
          .join(text.semicolon),
      };
    }),
    right: [],
  };
}
