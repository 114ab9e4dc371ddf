import { useQuery } from '@tanstack/react-query';
import type { VillageExplanation } from '@xuanpai/contracts/plan-explanation';
import { postWords } from '@xuanpai/contracts/words';
import { basisText } from '../../../lib/basis.ts';
import { formatChange, formatNumber } from '../../../lib/format.ts';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { PanelPart } from '../../../ui/side-panel.tsx';
import { Failed, Skeleton } from '../../../ui/table-states.tsx';
import type { Board, BoardVillage } from '../board-model.ts';
import { commonBasis } from './common-basis.ts';
import styles from './explanation.module.css';
import { villageQuery } from './queries.ts';
import { BasisNote, Reasons } from './reasons.tsx';

/** Why these people are here: what is needed, who answers it, and every part of the score. */
export function WhyVillage({ board, village }: { board: Board; village: BoardVillage }) {
  const { id, version } = board.plan;
  const query = useQuery(villageQuery(id, version, village.villageId));
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton />;
  return <Explained told={query.data} />;
}

function Explained({ told }: { told: VillageExplanation }) {
  const { explanation: text, problems } = useText();
  const reasons = told.people.flatMap((person) => person.reasons);
  const shared = commonBasis([told.need, ...reasons, ...told.parts].map(({ basis }) => basis));
  return (
    <>
      <PanelPart title={text.need}>
        <p className={styles.reasons}>
          {told.need.text}
          <BasisNote basis={told.need.basis} shared={shared} />
        </p>
      </PanelPart>
      <PanelPart title={text.why}>
        {told.people.map((person) => (
          <div key={person.placeId}>
            <p className={styles.person}>
              <span className={styles.post}>{word(postWords[person.post])}</span>
              {person.name ?? text.emptyPost}
            </p>
            <Reasons items={person.reasons} shared={shared} />
          </div>
        ))}
      </PanelPart>
      <PanelPart title={text.parts} note={text.partsNote(formatNumber(told.score, 1))}>
        <Parts told={told} shared={shared} />
        {shared && <p className={styles.quiet}>{text.otherBasis(basisText(shared, problems))}</p>}
      </PanelPart>
    </>
  );
}

function Parts({
  told,
  shared,
}: {
  told: VillageExplanation;
  shared: ReturnType<typeof commonBasis>;
}) {
  const { explanation: text, plans } = useText();
  return (
    <table className={styles.parts}>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{text.part}</th>
          <th scope="col">{text.why}</th>
          <th scope="col">{text.points}</th>
        </tr>
      </thead>
      <tbody>
        {told.parts.map((part) => (
          <tr key={`${part.kind} ${part.cadreId}`}>
            <th scope="row">{plans.parts[part.kind]}</th>
            <td>
              {part.text}
              <BasisNote basis={part.basis} shared={shared} />
            </td>
            <td className={styles.points}>{formatChange(part.value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
