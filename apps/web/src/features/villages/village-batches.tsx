import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { getVillage } from '@xuanpai/contracts/villages';
import { tierWords } from '@xuanpai/contracts/words';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import { kindsText } from './village-words.ts';

type InBatch = ReplyOf<typeof getVillage>['batches'][number];

/** What the village is and was in each batch, newest first. */
export function VillageBatches({ batches }: { batches: InBatch[] }) {
  const text = useText().villages;
  if (batches.length === 0) return <p>{text.noBatches}</p>;
  return (
    <DescriptionList
      termWidth={140}
      items={batches.map((batch) => ({ term: batch.batchName, value: inBatch(batch) }))}
    />
  );

  function inBatch(batch: InBatch) {
    const byHand =
      batch.tierOverride &&
      text.byHand(word(tierWords[batch.tierOverride]), batch.tierReason ?? '');
    const city = batch.cityDispatched ? text.cityDispatched : '';
    const parts = [kindsText(batch, text), city, byHand].filter((part) => part);
    return parts.length > 0 ? parts.join('；') : text.noKind;
  }
}
