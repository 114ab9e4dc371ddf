import { useQuery } from '@tanstack/react-query';
import type { BenefitDetail } from '@xuanpai/contracts/benefits';
import type { TownshipBenefit } from '@xuanpai/contracts/township-benefits';
import { useParams } from 'react-router';
import { useCan } from '../../lib/can.tsx';
import { formatYuan } from '../../lib/format.ts';
import { useCadreTabs } from '../../lib/use-cadre-tabs.ts';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { Page } from '../../ui/page.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import { Empty } from '../../ui/table-states.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { BenefitParts } from './benefit-panel.tsx';
import styles from './benefits.module.css';
import { benefitQuery, cadreNameQuery, townshipBenefitListQuery } from './queries.ts';
import { Standing } from './standing.tsx';

type Text = Dictionary['benefits'];

/** What a cadre's grades earn and whether it is used, and what the own township gives. */
export function CadreBenefitsPage() {
  const { benefits: text, shell } = useText();
  const { cadreId = '' } = useParams();
  const cadre = useQuery(cadreNameQuery(cadreId));
  const earned = useQuery({ ...benefitQuery(cadreId), enabled: useCan('benefits.read') });
  const given = useQuery({
    ...townshipBenefitListQuery({ cadreId }),
    enabled: useCan('townshipBenefits.read'),
  });
  const name = cadre.data?.name ?? '';
  const tabs = useCadreTabs(cadreId, name);
  const pending = earned.isLoading || given.isLoading;
  if (!cadre.data || pending) {
    return <UnreadPage error={cadre.error} onRetry={() => void cadre.refetch()} />;
  }
  const benefit = earned.data;
  const own = given.data?.items ?? [];
  return (
    <Page
      title={text.cadreAnswer(name, answerOf(benefit, own.length, text))}
      documentTitle={`${name} ${shell.tabs.cadreBenefits}`}
      badge={benefit && <Standing standing={benefit.standing} />}
      tabs={tabs}
      lined
    >
      {benefit && (
        <Section title={text.list}>
          <div className={styles.own}>
            <BenefitParts benefit={benefit} />
          </div>
        </Section>
      )}
      {own.map((one) => (
        <Given key={one.id} one={one} cadreId={cadreId} />
      ))}
      {!benefit && own.length === 0 && <Empty title={text.cadreNothing} note={text.notDistrict} />}
    </Page>
  );
}

function answerOf(benefit: BenefitDetail | undefined, given: number, text: Text): string {
  const said = [
    ...(benefit ? [bonusOf(benefit, text)] : []),
    ...(given > 0 ? [text.cadreTownship(given)] : []),
  ];
  return said.join('，') || text.cadreNothing;
}

function bonusOf({ use, percent }: BenefitDetail, text: Text): string {
  if (use) return text.bonusUsed(use.percent);
  return percent === null ? text.bonusNone : text.bonusOpen(percent);
}

/** A benefit of the township: its text, and what was given to this cadre. */
function Given({ one, cadreId }: { one: TownshipBenefit; cadreId: string }) {
  const text = useText().benefits;
  return (
    <Section title={`${one.townshipName} ${one.title}`} note={one.documentNumber}>
      <p className={styles.said}>{one.content}</p>
      <PlainTable
        label={text.given}
        rowHeight={32}
        rows={one.amounts.filter((amount) => amount.cadreId === cadreId)}
        rowKey={({ id }) => id}
        columns={[
          {
            ...{ key: 'day', title: text.givenOn, width: 110, phone: 'title' },
            cell: ({ givenOn }) => givenOn,
          },
          {
            ...{ key: 'amount', title: text.amount, width: 110, align: 'end', phone: 'side' },
            cell: ({ amount }) => formatYuan(amount),
          },
          { key: 'note', title: text.remark, phone: 'note', cell: ({ note }) => note },
        ]}
      />
    </Section>
  );
}
