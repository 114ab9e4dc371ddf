import { useQuery } from '@tanstack/react-query';
import type { SheetStatus } from '@xuanpai/contracts/attendance';
import type { Batch } from '@xuanpai/contracts/batches';
import { inspectionKindWords } from '@xuanpai/contracts/inspections';
import { postWords } from '@xuanpai/contracts/words';
import { lastDayOf } from '@xuanpai/domain/attendance/month';
import { useCan } from '../../../lib/can.tsx';
import { useDay } from '../../../lib/day.ts';
import { formatPeriod, formatWan } from '../../../lib/format.ts';
import { useKnown, useSeenDay } from '../../../lib/known.ts';
import { useIsPhone } from '../../../lib/media.ts';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import type { Dictionary } from '../../../locales/zh-cn.ts';
import { stateLooks } from '../../../ui/state-badge.tsx';
import { TimeList } from '../../../ui/time-list.tsx';
import { type TimeRow, TimeRows } from '../../../ui/time-rows.tsx';
import {
  townshipMonthsQuery,
  villageInspectionsQuery,
  villagePostsQuery,
  villageProjectsQuery,
} from '../queries.ts';
import type { VillagePeriod, VillageTargets } from '../values.ts';

interface CourseProps {
  batch: Batch;
  targets: VillageTargets;
}

/** The term on one scale: who was there, what was reported, logged, judged, built and inspected. */
export function Course({ batch, targets }: CourseProps) {
  const text = useText().targets;
  const { day, today } = useDay();
  const phone = useIsPhone();
  const { village, periods, measures } = targets;
  const reads = useCan('assignments.read');
  const supports = useCan('support.read');
  const posts = useQuery({ ...villagePostsQuery(village.villageId, batch.id), enabled: reads });
  const projects = useQuery({
    ...villageProjectsQuery(village.villageId, day, useKnown()),
    enabled: supports,
  });
  const inspections = useInspections(village.villageId).filter(({ at }) => at <= day);
  const months = useMonths(village.townshipId);
  const to = batch.endsOn;
  const from = `${batch.startsOn.slice(0, 7)}-01`;
  const rows: TimeRow[] = [
    {
      key: 'posts',
      label: text.posts,
      bars: (posts.data?.items ?? []).map((post) => ({
        key: post.id,
        from: post.startsOn,
        to: post.endsOn ?? to,
        label: `${post.cadreName} ${word(postWords[post.post])}`,
        tone: 'blue' as const,
        outlined: post.startsOn > day,
      })),
    },
    {
      key: 'reports',
      label: text.reports,
      marks: periods.map((period) => ({
        key: period.key,
        at: period.endsOn,
        mark: stateLooks[periodState(period, day)],
        label: `${formatPeriod(period.key)} ${text.periodStates[periodState(period, day)]}`,
        quiet: true,
      })),
    },
    { key: 'months', label: text.months, marks: months },
    {
      key: 'judgements',
      label: text.judgements,
      marks: measures.flatMap(({ key, name, judgements }) =>
        judgements.map(({ judgedOn }, at) => ({
          key: `${key} ${at}`,
          at: judgedOn,
          mark: stateLooks.done,
          label: name,
        })),
      ),
    },
    {
      key: 'adjustments',
      label: text.adjustments,
      marks: measures.flatMap(({ key, name, adjustments }) =>
        adjustments.map(({ effectiveFrom }, at) => ({
          key: `${key} ${at}`,
          at: effectiveFrom,
          mark: stateLooks.swapped,
          label: name,
        })),
      ),
    },
    {
      key: 'projects',
      label: text.projectsLabel,
      marks: (projects.data?.items ?? []).flatMap(({ id, name, acceptedOn, nextDueOn, spent }) => {
        const at = acceptedOn ?? nextDueOn;
        if (at === null) return [];
        const mark = stateLooks[acceptedOn ? 'done' : at < day ? 'behind' : 'upcoming'];
        return [{ key: id, at, mark, label: text.projectMark(name, formatWan(spent)) }];
      }),
    },
    { key: 'inspections', label: text.inspections, marks: inspections },
  ];
  const shown = rows.filter(({ bars = [], marks = [] }) => bars.length + marks.length > 0);
  if (phone) return <TimeList label={text.course} rows={shown} />;
  return (
    <TimeRows
      label={text.course}
      {...{ from, to, day, rows: splitPosts(shown) }}
      dayWord={day === today ? text.today : day}
      ticks={quarters(from, to, text)}
    />
  );
}

type Marks = NonNullable<TimeRow['marks']>;

/** The township's months: draft ones stand open. */
function useMonths(townshipId: string): Marks {
  const text = useText().targets;
  const states = useText().states;
  const reads = useCan('attendance.sheet');
  const { data } = useQuery({ ...townshipMonthsQuery(townshipId), enabled: reads });
  return (data?.items ?? []).map(({ month, status }) => ({
    key: month,
    at: lastDayOf(month),
    mark: stateLooks[status],
    label: text.monthMark(month, states[status satisfies SheetStatus]),
    quiet: true,
  }));
}

/** What was looked at there; findings that are open stand out. */
function useInspections(villageId: string): Marks {
  const text = useText().targets;
  const reads = useCan('inspections.read');
  const { data } = useQuery({
    ...villageInspectionsQuery(villageId, useSeenDay()),
    enabled: reads,
  });
  return (data?.items ?? []).map(({ id, kind, day, findings }) => {
    const open = findings.open + findings.answered;
    return {
      key: id,
      at: day,
      mark: stateLooks[open > 0 ? 'behind' : 'done'],
      label: text.inspectionMark(word(inspectionKindWords[kind]), open),
    };
  });
}

/** Posts that overlap in time stand in lines of their own. */
function splitPosts(rows: readonly TimeRow[]): TimeRow[] {
  return rows.flatMap((row) => {
    if (row.key !== 'posts') return [row];
    const lines: NonNullable<TimeRow['bars']>[number][][] = [];
    for (const bar of [...(row.bars ?? [])].sort((a, b) => (a.from < b.from ? -1 : 1))) {
      const line = lines.find((one) => one.every(({ to, from }) => to < bar.from || from > bar.to));
      if (line) line.push(bar);
      else lines.push([bar]);
    }
    return lines.map((bars, at) => ({
      ...{ key: `posts ${at}`, label: at === 0 ? row.label : '', bars },
    }));
  });
}

export function periodState(
  { status, endsOn, reportBy }: VillagePeriod,
  today: string,
): 'confirmed' | 'submitted' | 'returned' | 'overdue' | 'todo' | 'upcoming' {
  if (status === 'confirmed' || status === 'submitted') return status;
  if (endsOn >= today) return 'upcoming';
  if (reportBy < today) return 'overdue';
  return status === 'returned' ? 'returned' : 'todo';
}

function quarters(from: string, to: string, text: Dictionary['targets']) {
  const ticks: { at: string; label: string }[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    for (const month of [1, 4, 7, 10]) {
      const at = `${year}-${String(month).padStart(2, '0')}-01`;
      if (at >= from && at <= to)
        ticks.push({ at, label: text.tick(year, month, ticks.length === 0) });
    }
  }
  return ticks;
}
