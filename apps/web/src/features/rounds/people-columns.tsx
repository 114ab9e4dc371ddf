import type { PersonRow, Mark as Progress } from '@xuanpai/contracts/evaluation-people';
import {
  evaluationStandingWords,
  type Grade,
  gradeWords,
} from '@xuanpai/contracts/evaluation-words';
import { staffingTypeWords } from '@xuanpai/contracts/words';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { Mark } from '../../ui/mark.tsx';
import type { Column } from '../../ui/table-column.ts';
import styles from './rounds.module.css';

type Text = Dictionary['rounds'];

export const gradeName = (grade: Grade | null): string => (grade ? word(gradeWords[grade]) : '');

/** 座谈 测评 实绩 等次 are for those who evaluate. */
export function peopleColumns(text: Text, works: boolean): Column<PersonRow>[] {
  const part = (key: 'visit' | 'ballots' | 'results' | 'grade'): Column<PersonRow> => ({
    ...{ key, title: text[key], width: 56, align: 'center' },
    cell: ({ parts, standing }) =>
      parts && standing === 'evaluated' && <Part of={parts.marks[key]} text={text} />,
  });
  return [
    {
      key: 'village',
      title: text.village,
      width: 140,
      phone: 'note',
      cell: (row) => row.villageName,
    },
    {
      key: 'name',
      title: text.person,
      width: 84,
      fixed: true,
      phone: 'title',
      cell: (row) => row.cadreName,
    },
    { key: 'unit', title: text.unit, width: 170, phone: 'note', cell: (row) => row.unitName },
    {
      key: 'staffing',
      title: text.staffing,
      width: 60,
      cell: ({ staffingType }) => word(staffingTypeWords[staffingType]),
    },
    {
      key: 'days',
      title: text.days,
      unit: text.daysUnit,
      width: 76,
      align: 'end',
      cell: (row) => row.daysInPost,
    },
    ...(works
      ? [
          { key: 'team', title: text.team, width: 90, cell: (row: PersonRow) => row.teamName },
          ...[part('visit'), part('ballots'), part('results'), part('grade')],
          {
            key: 'proposal',
            title: text.proposal,
            width: 100,
            phone: 'side' as const,
            cell: ({ parts, state }: PersonRow) =>
              state === 'entering' ? '' : gradeName(parts?.proposedGrade ?? null),
          },
        ]
      : []),
    {
      key: 'outcome',
      title: text.decided,
      width: 96,
      phone: 'side',
      cell: ({ grade, unitGrade }) => gradeName(grade ?? unitGrade),
    },
    {
      key: 'standing',
      title: text.standing,
      cell: ({ standing, standingGround }) =>
        standing === 'evaluated' ? (
          ''
        ) : (
          <span className={styles.muted} title={standingGround ?? undefined}>
            {standingGround ?? word(evaluationStandingWords[standing])}
          </span>
        ),
    },
  ];
}

const shapes = {
  none: ['circle', 'grey'],
  part: ['half', 'blue'],
  done: ['disc', 'green'],
} as const;

function Part({ of, text }: { of: Progress; text: Text }) {
  const [shape, tone] = shapes[of];
  return (
    <span title={text.marks[of]}>
      <Mark shape={shape} tone={tone} />
      <span className="visually-hidden">{text.marks[of]}</span>
    </span>
  );
}
