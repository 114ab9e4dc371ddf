import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import type { Finding, Nomination } from '@xuanpai/contracts/nominations';
import { isPlaceable } from '@xuanpai/domain/eligibility';
import { findingSentence, ruleSentence } from '@xuanpai/domain/eligibility-words';
import { basisText } from '../../lib/basis.ts';
import { useCan } from '../../lib/can.tsx';
import { currentLanguage } from '../../lib/language.ts';
import { useText } from '../../locales/use-text.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import { PanelPart } from '../../ui/side-panel.tsx';
import styles from './eligibility.module.css';
import { coverageQuery } from './queries.ts';

interface WhyProps {
  batch: Batch;
  nomination: Nomination;
}

/** Fact, rule, basis and effect of each finding; where there is none, what the judgement rests on. */
export function Why({ batch, nomination }: WhyProps) {
  const { eligibility: text } = useText();
  const { findings, judgement, acceptedReason, acceptedBy, membershipDocument } = nomination;
  const effect = useEffectOf(batch, nomination);
  return (
    <PanelPart title={text.whyTitles[judgement]}>
      {nomination.replacedBy && (
        <p className={styles.intro}>
          {text.replacedBy(nomination.replacedBy.name, nomination.replacedBy.reason ?? '')}
        </p>
      )}
      {findings.map((finding, at) => (
        <div key={finding.code} className={styles.finding}>
          <FindingLines finding={finding} effect={at === 0 ? effect : null} />
        </div>
      ))}
      {findings.length === 0 && <p>{text.nothingFound}</p>}
      {judgement === 'accepted' && (
        <DescriptionList
          items={[
            { term: text.accepted, value: text.acceptedBy(acceptedReason ?? '', acceptedBy ?? '') },
          ]}
        />
      )}
      {membershipDocument && (
        <DescriptionList items={[{ term: text.document, value: membershipDocument }]} />
      )}
    </PanelPart>
  );
}

function FindingLines({ finding, effect }: { finding: Finding; effect: string | null }) {
  const { eligibility: text, problems } = useText();
  const language = currentLanguage();
  return (
    <DescriptionList
      items={[
        { term: text.fact, value: findingSentence(finding)[language] },
        { term: text.rule, value: ruleSentence(finding.code)[language] },
        { term: text.basis, value: basisText(finding.basis, problems) },
        ...(effect === null ? [] : [{ term: text.effect, value: effect }]),
      ]}
    />
  );
}

/** What it means for the places of the district or township: 郑旺镇16村要16名，现有14名可排，缺2名。 */
function useEffectOf(batch: Batch, { judgement, tier, townshipId }: Nomination): string | null {
  const text = useText().eligibility;
  const allowed = useCan('coverage.read');
  const { data } = useQuery({ ...coverageQuery(batch.id), enabled: allowed });
  if (isPlaceable(judgement) || !data) return null;
  const group = data.people.find(
    (one) => one.tier === tier && (tier === 'district' || one.townshipId === townshipId),
  );
  return group ? text.effectOf(group.name, group.places, group.placeable, group.short) : null;
}
