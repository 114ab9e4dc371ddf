import { useQuery, useQueryClient } from '@tanstack/react-query';
import { removeHonour } from '@xuanpai/contracts/evaluation-facts';
import type { Person, PersonRow } from '@xuanpai/contracts/evaluation-people';
import { evaluationStandingWords, honourKindWords } from '@xuanpai/contracts/evaluation-words';
import { postWords } from '@xuanpai/contracts/words';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { basisText } from '../../lib/basis.ts';
import { useCan } from '../../lib/can.tsx';
import { useReach } from '../../lib/reach.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Link } from '../../ui/link.tsx';
import { Mark } from '../../ui/mark.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { gradeName } from './people-columns.tsx';
import { HonourDialog, StandingDialog, UnitGradeDialog } from './person-dialogs.tsx';
import { forgetEvaluations, personQuery } from './queries.ts';
import styles from './rounds.module.css';

/** One person of a round: standing and outcome, and to those who evaluate the facts. */
export function PersonPanel({ row, onClose }: { row: PersonRow; onClose: () => void }) {
  const text = useText().rounds;
  const opens = useReach('cadres.read', 'cadres') !== 'none';
  const works = useCan('evaluations.facts') && row.parts !== null;
  const query = useQuery({ ...personQuery(row.id), enabled: works });
  const { data } = query;
  return (
    <SidePanel
      title={row.cadreName}
      note={`${row.townshipName}${row.villageName}，${word(postWords[row.post])}，${row.unitName}`}
      extra={opens && <Link to={linkTo.cadre(row.cadreId)}>{text.openCadre}</Link>}
      width={480}
      onClose={onClose}
    >
      <PanelPart>
        <DescriptionList
          termWidth={88}
          items={[
            { term: text.standing, value: word(evaluationStandingWords[row.standing]) },
            ...(row.standingGround ? [{ term: text.ground, value: row.standingGround }] : []),
            { term: text.days, value: `${row.daysInPost}${text.daysUnit}` },
            { term: text.team, value: row.teamName },
            ...(row.unitGrade
              ? [
                  {
                    term: text.grade,
                    value: text.unitGradeIs(gradeName(row.unitGrade), row.unitGradeDocument ?? ''),
                  },
                ]
              : []),
            { term: text.decided, value: gradeName(row.grade) },
          ]}
        />
        {data && <Acts person={data} />}
      </PanelPart>
      {works && query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {works && !data && !query.error && <Skeleton />}
      {data && row.standing === 'evaluated' && <Grounds person={data} />}
      {data && <Honours person={data} />}
    </SidePanel>
  );
}

function Acts({ person }: { person: Person }) {
  const text = useText().rounds;
  const enters = useCan('ballots.read') && person.standing === 'evaluated';
  const [open, setOpen] = useState<'standing' | 'unitGrade' | null>(null);
  const { acts, standing } = person;
  if (!acts.standing && !enters) return null;
  const close = () => setOpen(null);
  const { round, id, townshipId } = person;
  return (
    <div className={styles.acts}>
      {enters && (
        <Link to={linkTo.roundEntry(round, { township: townshipId, person: id })}>{text.work}</Link>
      )}
      {acts.standing && (
        <ActButton onClick={() => setOpen('standing')}>{text.setStanding}</ActButton>
      )}
      {acts.standing && standing === 'byUnit' && (
        <ActButton onClick={() => setOpen('unitGrade')}>{text.unitGrade}</ActButton>
      )}
      {open === 'standing' && <StandingDialog person={person} onClose={close} />}
      {open === 'unitGrade' && <UnitGradeDialog person={person} onClose={close} />}
    </div>
  );
}

const shapes = { yes: ['check', 'green'], no: ['down', 'amber'], told: ['dash', 'grey'] } as const;

function Grounds({ person: { suggestion, proposal } }: { person: Person }) {
  const { rounds: text, problems } = useText();
  const { grade, missing, grounds, caps, score } = suggestion;
  return (
    <>
      <PanelPart title={text.suggestion} note={gradeName(grade) || missing.map(word).join('；')}>
        {grounds.map((ground) => {
          const { supports, code, words, basis } = ground;
          const [shape, tone] = shapes[supports === null ? 'told' : supports ? 'yes' : 'no'];
          return (
            <div key={code} className={styles.ground}>
              <Mark shape={shape} tone={tone} />
              <span>{word(words)}</span>
              <span className={styles.basis}>{basisText(basis, problems)}</span>
            </div>
          );
        })}
        {caps.map(({ grade: cap, words, basis }) => (
          <div key={cap} className={styles.ground}>
            <Mark shape="warn" tone="amber" />
            <span>{word(words)}</span>
            <span className={styles.basis}>{basisText(basis, problems)}</span>
          </div>
        ))}
        {score?.total != null && <p>{score.total}</p>}
      </PanelPart>
      {proposal.byName && (
        <PanelPart title={text.proposal} note={proposal.differs ? text.explains : undefined}>
          <DescriptionList
            items={[
              { term: text.grade, value: `${gradeName(proposal.grade)}，${proposal.byName}` },
              { term: text.reason, value: proposal.reason },
            ]}
          />
        </PanelPart>
      )}
    </>
  );
}

function Honours({ person }: { person: Person }) {
  const text = useText().rounds;
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  const { honours, acts } = person;
  const remove = (id: string, version: number, title: string) =>
    confirm({
      ...{ title: text.remove, body: title, act: text.remove, danger: true },
      run: async () => {
        await call(removeHonour, { params: { id }, query: { version } });
        await forgetEvaluations(client);
        showDone(text.removed);
      },
    });
  return (
    <PanelPart title={text.honours}>
      {honours.length === 0 && <p className={styles.muted}>{text.noHonours}</p>}
      {honours.map(({ id, kind, title, organ, document, on, version }) => (
        <div key={id} className={styles.ground}>
          <Mark
            shape={kind === 'commendation' ? 'check' : 'warn'}
            tone={kind === 'commendation' ? 'green' : 'amber'}
          />
          <span>
            {on} {word(honourKindWords[kind])}：{title}（{organ}，{document}）
          </span>
          {acts.honour && (
            <span className={styles.basis}>
              <TextButton onClick={() => void remove(id, version, title)}>{text.remove}</TextButton>
            </span>
          )}
        </div>
      ))}
      {acts.honour && (
        <div className={styles.acts}>
          <ActButton onClick={() => setAdding(true)}>{text.addHonour}</ActButton>
        </div>
      )}
      {adding && <HonourDialog person={person} onClose={() => setAdding(false)} />}
    </PanelPart>
  );
}
