import { formatDay } from '../../lib/format.ts';
import { useIsPhone } from '../../lib/media.ts';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { Link } from '../../ui/link.tsx';
import { Mark } from '../../ui/mark.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import { type StateName, stateLooks } from '../../ui/state-badge.tsx';
import type { Column } from '../../ui/table-column.ts';
import styles from './home.module.css';
import type { Task } from './home-values.ts';
import { Idle } from './idle.tsx';
import { taskPath } from './task-path.ts';
import { taskWords } from './task-words.ts';

/** What waits for the person who looks, as the server orders it: late first. */
export function TaskTable({ tasks }: { tasks: readonly Task[] }) {
  const text = useText().home;
  const phone = useIsPhone();
  const late = tasks.filter(isLate).length;
  if (tasks.length === 0) return <Idle />;
  return (
    <Section title={text.tasks} note={text.tasksNote(tasks.length, late)}>
      <PlainTable
        label={text.tasks}
        columns={taskColumns(tasks, text, phone)}
        rows={tasks}
        rowKey={({ code, planId, sheet, period }) => `${code}.${planId}.${sheet?.month}.${period}`}
        rowHeight={40}
      />
    </Section>
  );
}

function taskColumns(
  tasks: readonly Task[],
  text: Dictionary['home'],
  phone: boolean,
): Column<Task>[] {
  const dated = tasks.some(({ dueOn }) => dueOn !== null);
  return [
    {
      key: 'task',
      title: text.task,
      width: 240,
      phone: 'title',
      cell: (task) => (
        <span className={styles.task} data-urgent={isLate(task) || isWrong(task)}>
          <TaskMark task={task} />
          {phone ? (
            <Link className={styles.quiet ?? ''} to={taskPath(task)}>
              {taskWords(task, text).title}
            </Link>
          ) : (
            taskWords(task, text).title
          )}
        </span>
      ),
    },
    {
      key: 'state',
      title: text.state,
      phone: 'note',
      cell: (task) => <span className={styles.stands}>{taskWords(task, text).state}</span>,
    },
    ...(dated ? dueColumns(text) : []),
    {
      key: 'act',
      title: text.act,
      untitled: true,
      width: 76,
      align: 'end',
      cell: (task) => <Link to={taskPath(task)}>{taskWords(task, text).act}</Link>,
    },
  ];
}

function dueColumns(text: Dictionary['home']): Column<Task>[] {
  return [
    { key: 'due', title: text.due, width: 140, cell: ({ dueOn }) => dueOn && formatDay(dueOn) },
    {
      key: 'left',
      title: text.left,
      width: 84,
      phone: 'side',
      cell: (task) => (
        <span className={isLate(task) ? styles.late : styles.stands}>
          {task.daysLeft !== null && text.daysLeft(task.daysLeft)}
        </span>
      ),
    },
  ];
}

function TaskMark({ task }: { task: Task }) {
  const [shape, tone] = stateLooks[lookOf(task)];
  return <Mark shape={shape} tone={tone} />;
}

function lookOf(task: Task): StateName {
  if (isLate(task)) return 'overdue';
  if (isWrong(task)) return 'ineligible';
  return task.code === 'confirmMembership' ? 'presumedFull' : 'draft';
}

function isLate({ daysLeft }: Task): boolean {
  return daysLeft !== null && daysLeft < 0;
}

/** Something stands in the way, whatever its date. */
function isWrong({ code }: Task): boolean {
  return code === 'fixNominees' || code === 'coverVillages' || code === 'fixSheet';
}
