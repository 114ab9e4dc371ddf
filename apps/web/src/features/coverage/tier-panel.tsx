import type { Batch } from '@xuanpai/contracts/batches';
import type { BatchVillage } from '@xuanpai/contracts/coverage';
import { tierWords, villageKindWords } from '@xuanpai/contracts/words';
import { basisText } from '../../lib/basis.ts';
import { useCan } from '../../lib/can.tsx';
import { formatYuan } from '../../lib/format.ts';
import { currentLanguage } from '../../lib/language.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Link } from '../../ui/link.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { TierForm } from './tier-form.tsx';

interface TierPanelProps {
  batch: Batch;
  village: BatchVillage;
  onClose: () => void;
}

/** A village of the batch: why its tier is so, and the form that sets it by hand. */
export function TierPanel({ batch, village, onClose }: TierPanelProps) {
  const { coverage: text, problems } = useText();
  const may = useCan('coverage.write');
  const { tier, proposedTier, reasons } = village;
  const separator = currentLanguage() === 'zh' ? '、' : ', ';
  const tierName = (one: typeof tier) => (one === null ? text.open : word(tierWords[one]));
  return (
    <SidePanel
      title={village.name}
      note={text.panelNote(village.townshipName, village.code)}
      badge={
        <StateBadge
          state={tier === null ? 'toVerify' : tier === proposedTier ? 'eligible' : 'approved'}
          word={tierName(tier)}
        />
      }
      extra={<Link to={linkTo.village(village.villageId)}>{text.openPage}</Link>}
      onClose={onClose}
    >
      <PanelPart>
        <DescriptionList
          items={[
            {
              term: text.kind,
              value: village.kinds.map((kind) => word(villageKindWords[kind])).join(separator),
            },
            {
              term: text.income,
              value:
                village.income === null
                  ? text.incomeUnknown
                  : text.incomeOf(village.incomeYear ?? 0, formatYuan(village.income)),
            },
            { term: text.proposal, value: tierName(proposedTier) },
            { term: text.places, value: text.placesOf(village.places, village.filled) },
            ...(village.overrideReason
              ? [{ term: text.byHand, value: village.overrideReason }]
              : []),
          ]}
        />
      </PanelPart>
      {reasons.length > 0 && (
        <PanelPart title={text.whyTier}>
          <PlainTable
            label={text.whyTier}
            headless
            rowHeight={24}
            rows={reasons}
            rowKey={({ code }) => code}
            columns={[
              { key: 'reason', title: text.reason, cell: ({ code }) => text.reasons[code] },
              {
                key: 'basis',
                title: text.basis,
                width: 200,
                cell: ({ basis }) => basisText(basis, problems),
              },
            ]}
          />
        </PanelPart>
      )}
      {may && (
        <PanelPart title={text.adjust}>
          <TierForm
            key={`${village.villageId}.${village.version}`}
            batch={batch}
            village={village}
          />
        </PanelPart>
      )}
    </SidePanel>
  );
}
