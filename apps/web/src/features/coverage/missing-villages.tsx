import type { Coverage } from '@xuanpai/contracts/coverage';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { Mark } from '../../ui/mark.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './coverage.module.css';

const most = 8;

/** Each village that lacks a tier, a place or a person, by name. */
export function MissingVillages({ coverage }: { coverage: Coverage }) {
  const text = useText().coverage;
  const { missing } = coverage;
  return (
    <Section title={text.missing} note={text.missingNote(missing.length)}>
      <PlainTable
        label={text.missing}
        rows={missing.slice(0, most)}
        rowKey={({ villageId }) => villageId}
        columns={[
          {
            key: 'village',
            title: text.village,
            width: 130,
            phone: 'title',
            cell: ({ villageId, name }) => (
              <Link to={linkTo.coverage({ view: 'villages', row: villageId })}>{name}</Link>
            ),
          },
          {
            key: 'township',
            title: text.township,
            width: 116,
            phone: 'side',
            cell: ({ townshipName }) => townshipName,
          },
          {
            key: 'why',
            title: text.why,
            phone: 'note',
            cell: ({ why }) => (
              <span className={styles.why}>
                <Mark shape="cross" tone="red" />
                {why}
              </span>
            ),
          },
        ]}
      />
      {missing.length > most && (
        <p className={styles.footnote}>{text.more(missing.length - most)}</p>
      )}
    </Section>
  );
}
