import { useQuery } from '@tanstack/react-query';
import type { Draw } from '@xuanpai/contracts/village-draws';
import { tierWords, villageKindWords } from '@xuanpai/contracts/words';
import { useParams } from 'react-router';
import { useCan } from '../../lib/can.tsx';
import { formatInstant } from '../../lib/format.ts';
import { useGo } from '../../lib/links.ts';
import { useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { Page } from '../../ui/page.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import styles from './draw.module.css';
import { drawQuery, verificationQuery } from './queries.ts';
import { Verification } from './verification.tsx';

/** One draw as it goes to paper, and its check. */
export function DrawPage() {
  const { drawId = '' } = useParams();
  const query = useQuery(drawQuery(drawId));
  if (query.data && !query.error) return <LoadedDraw draw={query.data} />;
  return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
}

function LoadedDraw({ draw }: { draw: Draw }) {
  const text = useText().inspections;
  const go = useGo();
  const [checking, setChecking] = useUrlValue('check');
  const enters = useCan('inspections.write');
  const check = useQuery({ ...verificationQuery(draw.id), enabled: checking !== null });
  const { inspectionId } = draw;
  return (
    <Page
      title={text.drawTitle(draw.population, draw.drawn.length)}
      documentTitle={draw.purpose}
      badge={
        check.data && (
          <StateBadge
            state={check.data.holds ? 'eligible' : 'ineligible'}
            word={check.data.holds ? text.verified : text.notVerified}
          />
        )
      }
      note={`${draw.purpose}${text.comma}${text.by(draw.drawnByName, formatInstant(draw.drawnAt))}`}
      secondary={
        <>
          <ActButton reads busy={check.isFetching} onClick={() => setChecking('1')}>
            {text.verify}
          </ActButton>
          <ActButton icon="print" reads onClick={() => window.print()}>
            {text.print}
          </ActButton>
        </>
      }
      primary={
        inspectionId === null
          ? enters && (
              <ActButton
                kind="primary"
                onClick={() => go(linkTo.inspectionVisits({ enter: '1', draw: draw.id }))}
              >
                {text.useDraw}
              </ActButton>
            )
          : null
      }
      paper
    >
      <div className={styles.paper} lang="zh-CN">
        <article className={styles.page}>
          <h2 className={styles.title}>{text.drawPaperTitle}</h2>
          <dl className={styles.facts}>
            {facts(draw, text).map(([term, value]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <h3 className={styles.heading}>{text.drawnVillages}</h3>
          <Drawn draw={draw} />
          <h3 className={styles.heading}>{text.populationList}</h3>
          <p className={styles.population}>
            {draw.populationVillages
              .map(({ code, townshipName, name }) => `${code} ${townshipName}${name}`)
              .join('；')}
          </p>
          <p className={styles.signatures}>
            <span>{text.signature}</span>
            <span>{text.witness}</span>
          </p>
          {check.data && <Verification order={check.data.order} holds={check.data.holds} />}
        </article>
      </div>
    </Page>
  );
}

function facts(draw: Draw, text: Dictionary['inspections']): [string, string][] {
  const { filter } = draw;
  const scope = [
    draw.townshipNames.length > 0 ? draw.townshipNames.join('、') : text.allTownships,
    ...(filter.kinds.length > 0
      ? [filter.kinds.map((kind) => word(villageKindWords[kind])).join('、')]
      : []),
    ...(filter.tiers.length > 0
      ? [filter.tiers.map((tier) => word(tierWords[tier])).join('、')]
      : []),
    ...(filter.notCheckedSince ? [text.uncheckedSince(filter.notCheckedSince)] : []),
    ...(draw.batchName && filter.kinds.length + filter.tiers.length > 0
      ? [text.inBatch(draw.batchName)]
      : []),
  ];
  return [
    [text.purpose, draw.purpose],
    [text.scope, `${scope.join('；')}（${text.population(draw.population)}）`],
    [text.count, String(draw.count)],
    [text.seed, draw.seed],
    [text.drawnAt, text.by(draw.drawnByName, formatInstant(draw.drawnAt))],
    [text.method, text.methodText],
  ];
}

function Drawn({ draw }: { draw: Draw }) {
  const text = useText().inspections;
  return (
    <table className={styles.table} aria-label={text.drawnVillages}>
      <thead>
        <tr>
          <th scope="col" className={styles.number}>
            {text.order}
          </th>
          <th scope="col">{text.code}</th>
          <th scope="col">{text.township}</th>
          <th scope="col">{text.name}</th>
        </tr>
      </thead>
      <tbody>
        {draw.drawn.map(({ id, code, townshipName, name }, at) => (
          <tr key={id}>
            <td className={styles.number}>{at + 1}</td>
            <td>{code}</td>
            <td>{townshipName}</td>
            <td>{name}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
