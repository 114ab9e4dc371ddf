import type { Batch } from '@xuanpai/contracts/batches';
import { useBatch } from '../../lib/batch.ts';
import { useText } from '../../locales/use-text.ts';
import { paths } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import { BatchState } from './batch-state.tsx';

/** All batches; the name goes to each. */
export function BatchList({ chosen }: { chosen: Batch }) {
  const text = useText().batches;
  const { batches } = useBatch();
  return (
    <Section title={text.all} note={text.count(batches.length)}>
      <PlainTable
        label={text.all}
        rows={batches}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            title: text.name,
            phone: 'title',
            cell: ({ id, name }) =>
              id === chosen.id ? (
                <strong>{name}</strong>
              ) : (
                <Link to={`${paths.batch}?batch=${id}`}>{name}</Link>
              ),
          },
          {
            key: 'term',
            title: text.term,
            width: 180,
            phone: 'note',
            cell: ({ startsOn, endsOn }) => text.fromTo(startsOn, endsOn),
          },
          {
            key: 'state',
            title: text.state,
            width: 150,
            phone: 'side',
            cell: (batch) => <BatchState batch={batch} quiet />,
          },
        ]}
      />
    </Section>
  );
}
