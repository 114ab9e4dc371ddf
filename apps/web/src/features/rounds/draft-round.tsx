import { useQuery, useQueryClient } from '@tanstack/react-query';
import { evaluationStandingWords } from '@xuanpai/contracts/evaluation-words';
import {
  type Candidate,
  openEvaluation,
  type Round,
  removeEvaluation,
} from '@xuanpai/contracts/evaluations';
import { staffingTypeWords } from '@xuanpai/contracts/words';
import { call } from '../../lib/api.ts';
import { useCan } from '../../lib/can.tsx';
import { useGo } from '../../lib/links.ts';
import { showDone } from '../../lib/undo.ts';
import { useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo, paths } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Column } from '../../ui/table-column.ts';
import { forgetEvaluations, previewQuery } from './queries.ts';
import { RoundPanel } from './round-panel.tsx';
import { RoundState } from './rounds-page.tsx';
import { TemplatesPanel } from './templates-panel.tsx';

/** Who would be in a round if it were opened now, and what stands in its way. */
export function DraftRound({ round }: { round: Round }) {
  const text = useText().rounds;
  const client = useQueryClient();
  const go = useGo();
  const runs = useCan('evaluations.write');
  const query = useQuery({ ...previewQuery(round.id), enabled: runs });
  const [panel, setPanel] = useUrlValue('panel');
  const people = query.data?.items ?? [];
  const without = people.filter(({ gradeSet }) => gradeSet === null);
  const names = without.map(({ cadreName }) => cadreName).join('、');
  const { id, name, version } = round;
  const open = () =>
    confirm({
      title: text.openTitle(name),
      body: text.openBody(people.length),
      act: text.open(people.length),
      run: async () => {
        await call(openEvaluation, { params: { id }, body: { version } });
        await forgetEvaluations(client);
        showDone(text.opened);
      },
    });
  const drop = () =>
    confirm({
      ...{ title: text.dropTitle(name), body: text.dropBody, act: text.drop, danger: true },
      run: async () => {
        await call(removeEvaluation, { params: { id }, query: { version } });
        go(linkTo.rounds(round.kind));
        await forgetEvaluations(client);
        showDone(text.dropped);
      },
    });
  return (
    <Page
      title={text.answerDraft(name, query.data ? people.length : null)}
      documentTitle={name}
      badge={<RoundState status={round.status} />}
      note={`${text.period} ${round.startsOn}${text.to}${round.endsOn}，${text.date} ${round.date}`}
      layout="fill"
      reason={without.length > 0 && <Link to={paths.policy}>{text.noSet(names)}</Link>}
      secondary={
        runs && (
          <>
            <ActButton kind="danger" onClick={() => void drop()}>
              {text.drop}
            </ActButton>
            <ActButton onClick={() => setPanel('templates')}>{text.templates}</ActButton>
            <ActButton onClick={() => setPanel('edit')}>{text.change}</ActButton>
          </>
        )
      }
      primary={
        runs && (
          <ActButton
            kind="primary"
            blocked={
              without.length > 0 ? text.noSet(names) : people.length === 0 ? text.nobody : null
            }
            onClick={() => void open()}
          >
            {text.open(people.length)}
          </ActButton>
        )
      }
    >
      <DataTable
        id="roundPreview"
        label={name}
        columns={columnsOf(text)}
        rowKey={({ cadreId }) => cadreId}
        rowLabel={({ cadreName }) => cadreName}
        query={query}
        empty={{ title: text.nobody }}
        groupOf={({ townshipName }) => ({ key: townshipName, title: townshipName })}
      />
      {panel === 'templates' && runs && (
        <TemplatesPanel round={round} onClose={() => setPanel(null)} />
      )}
      {panel === 'edit' && runs && (
        <RoundPanel
          batchId={round.batchId}
          kind={round.kind}
          round={round}
          onClose={() => setPanel(null)}
          onSaved={() => setPanel(null)}
        />
      )}
    </Page>
  );
}

function columnsOf(text: Dictionary['rounds']): Column<Candidate>[] {
  return [
    { key: 'village', title: text.village, width: 150, cell: (row) => row.villageName },
    {
      key: 'name',
      title: text.person,
      width: 90,
      fixed: true,
      phone: 'title',
      cell: (row) => row.cadreName,
    },
    { key: 'unit', title: text.unit, width: 200, phone: 'note', cell: (row) => row.unitName },
    {
      key: 'staffing',
      title: text.staffing,
      width: 100,
      cell: ({ staffingType, gradeSet }) =>
        gradeSet === null ? (
          <StateBadge state="needsDecision" word={word(staffingTypeWords[staffingType])} />
        ) : (
          word(staffingTypeWords[staffingType])
        ),
    },
    {
      key: 'days',
      title: text.days,
      unit: text.daysUnit,
      width: 90,
      align: 'end',
      cell: (row) => row.daysInPost,
    },
    {
      key: 'standing',
      title: text.standing,
      phone: 'side',
      cell: ({ standing, ground }) =>
        ground ? word(ground) : word(evaluationStandingWords[standing]),
    },
  ];
}
