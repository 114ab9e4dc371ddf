import { useQuery } from '@tanstack/react-query';
import { competitionResultWords, yearGroundWords } from '@xuanpai/contracts/benefit-words';
import type { BenefitDetail, BenefitUse } from '@xuanpai/contracts/benefits';
import { gradeWords } from '@xuanpai/contracts/evaluation-words';
import { basisText } from '../../lib/basis.ts';
import { formatInstant, formatInstantDay } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Link } from '../../ui/link.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { OutstandingActs, ResultForm, VoidUse } from './benefit-acts.tsx';
import styles from './benefits.module.css';
import { benefitQuery } from './queries.ts';
import { Standing } from './standing.tsx';
import { UsePart } from './use-part.tsx';

interface BenefitPanelProps {
  cadreId: string;
  onClose: () => void;
}

/** One cadre: the years and how they count, what may be added, the use and what can be done. */
export function BenefitPanel({ cadreId, onClose }: BenefitPanelProps) {
  const text = useText().benefits;
  const query = useQuery(benefitQuery(cadreId));
  const benefit = query.data;
  return (
    <SidePanel
      title={benefit?.cadreName ?? ''}
      badge={benefit && <Standing standing={benefit.standing} />}
      note={benefit && `${benefit.unitName}，${benefit.townshipName}${benefit.villageName}`}
      extra={benefit && <Link to={linkTo.cadreBenefits(cadreId)}>{text.toCadre}</Link>}
      width={500}
      onClose={onClose}
    >
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {!benefit && !query.error && <Skeleton />}
      {benefit && <BenefitParts benefit={benefit} />}
    </SidePanel>
  );
}

/** Years and how they count, what may be added, the use, and what the end-of-term grade earns. */
export function BenefitParts({ benefit }: { benefit: BenefitDetail }) {
  const { benefits: text, problems } = useText();
  const { use, voided, level, acts, outstanding, bases } = benefit;
  return (
    <>
      <PanelPart title={text.whyYear} note={basisText(bases.competition, problems)}>
        <Years benefit={benefit} />
      </PanelPart>
      {(level === 'excellent' || outstanding) && (
        <PanelPart title={text.outstanding}>
          <p className={styles.said}>
            {outstanding
              ? `${outstanding.ground}（${outstanding.documentNumber}，${text.confirmedBy(outstanding.confirmedByName, formatInstantDay(outstanding.confirmedAt))}）`
              : text.notConfirmed}
          </p>
          <OutstandingActs key={outstanding?.id ?? ''} benefit={benefit} />
        </PanelPart>
      )}
      {use ? (
        <PanelPart title={text.use}>
          {use.groundLost && <p className={styles.lost}>{text.groundLost}</p>}
          <UseFacts use={use} />
          {acts.includes('result') && <ResultForm key={use.version} use={use} />}
          {acts.includes('void') && <VoidUse use={use} />}
        </PanelPart>
      ) : null}
      <UsePart benefit={benefit} />
      {benefit.termGrade && (
        <PanelPart title={text.termGrade} note={basisText(bases.promotion, problems)}>
          <p className={styles.said}>
            {word(gradeWords[benefit.termGrade])}
            {benefit.preferred && `，${text.preferredYes}`}
          </p>
        </PanelPart>
      )}
      {voided.length > 0 && (
        <PanelPart title={text.voidedUses}>
          <ul className={styles.list}>
            {voided.map((one) => (
              <li key={one.id}>
                {`${one.heldOn} ${one.competition} ${one.percent}%，`}
                {text.voidedBy(
                  one.voidedByName ?? '',
                  formatInstantDay(one.voidedAt ?? one.enteredAt),
                  one.voidReason ?? '',
                )}
              </li>
            ))}
          </ul>
        </PanelPart>
      )}
    </>
  );
}

function Years({ benefit }: { benefit: BenefitDetail }) {
  const text = useText().benefits;
  if (benefit.years.length === 0) return <p className={styles.said}>{text.noGrade}</p>;
  return (
    <PlainTable
      label={text.whyYear}
      rowHeight={24}
      rows={benefit.years}
      rowKey={({ year }) => String(year)}
      columns={[
        { key: 'year', title: text.year, width: 72, phone: 'title', cell: ({ year }) => year },
        {
          key: 'grade',
          title: text.grade,
          width: 120,
          phone: 'side',
          cell: ({ grade }) => (grade ? word(gradeWords[grade]) : text.noGrade),
        },
        {
          key: 'counts',
          title: text.counts,
          phone: 'note',
          cell: ({ ground, year }) =>
            `${word(yearGroundWords[ground])}${benefit.earnedBy.includes(year) ? ' ✓' : ''}`,
        },
      ]}
    />
  );
}

function UseFacts({ use }: { use: BenefitUse }) {
  const text = useText().benefits;
  return (
    <DescriptionList
      termWidth={96}
      items={[
        { term: text.competition, value: use.competition },
        { term: text.heldOn, value: use.heldOn },
        { term: text.adjusted, value: text.reckoned(use.rawTotal, use.percent, use.adjustedTotal) },
        {
          term: text.stoodOn,
          value: use.grounds
            .map(({ year, grade }) => text.yearGrade(year, word(gradeWords[grade])))
            .join('，'),
        },
        { term: text.document, value: use.documentNumber },
        {
          term: text.result,
          value: [word(competitionResultWords[use.result]), use.resultNote]
            .filter(Boolean)
            .join('，'),
        },
        { term: text.enteredBy, value: `${use.enteredByName} ${formatInstant(use.enteredAt)}` },
      ]}
    />
  );
}
