import type { Coverage } from '@xuanpai/contracts/coverage';
import { groupBy } from '@xuanpai/domain/group-by';
import { currentLanguage } from '../../lib/language.ts';
import { useText } from '../../locales/use-text.ts';
import { PlainTable } from '../../ui/plain-table.tsx';
import styles from './coverage.module.css';

interface Township {
  name: string;
  villages: string[];
}

/** Where the city sends its own people: ours only to write down. */
export function CityVillages({ villages }: { villages: Coverage['cityVillages'] }) {
  const text = useText().coverage;
  if (villages.length === 0) return null;
  return (
    <div className={styles.reasons}>
      <PlainTable
        label={text.cityTier(villages.length)}
        rows={byTownship(villages)}
        rowKey={({ name }) => name}
        columns={[
          {
            key: 'township',
            title: text.cityTier(villages.length),
            width: 104,
            cell: ({ name }) => name,
          },
          {
            key: 'villages',
            title: text.cityNote,
            cell: (township) => township.villages.join(currentLanguage() === 'zh' ? '、' : ', '),
          },
        ]}
      />
    </div>
  );
}

function byTownship(villages: Coverage['cityVillages']): Township[] {
  const townships = groupBy(
    villages,
    ({ townshipName }) => townshipName,
    ({ name }) => name,
  );
  return [...townships].map(([name, names]) => ({ name, villages: names }));
}
