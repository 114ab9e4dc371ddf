import { useQuery } from '@tanstack/react-query';
import { listSupport } from '@xuanpai/contracts/support';
import type { PlainDate } from '@xuanpai/contracts/values';
import { standingOn } from '@xuanpai/domain/targets/aims';
import { call } from '../../../lib/api.ts';
import { useCan } from '../../../lib/can.tsx';
import { useDay } from '../../../lib/day.ts';
import { useKnown } from '../../../lib/known.ts';
import { useIsPhone } from '../../../lib/media.ts';
import { useText } from '../../../locales/use-text.ts';
import { linkTo } from '../../../paths.ts';
import { Link } from '../../../ui/link.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { TargetBadge } from '../target-state.tsx';
import styles from '../targets.module.css';
import type { GridVillage, TargetGrid } from '../values.ts';
import { stateOfVillage } from '../village-state.ts';

interface BehindVillagesProps {
  villages: readonly GridVillage[];
  measures: TargetGrid['measures'];
}

/** On the telephone the charts follow below. */
const most = { desk: 60, phone: 15 };

/** Villages that fall behind, in what, and who is helping them. */
export function BehindVillages({ villages, measures }: BehindVillagesProps) {
  const text = useText().targets;
  const { day } = useDay();
  const known = useKnown();
  const supports = useCan('support.read');
  const limit = most[useIsPhone() ? 'phone' : 'desk'];
  const { data } = useQuery({
    queryKey: ['support', 'list', 'ofTargets', day, known],
    queryFn: ({ signal }) =>
      call(listSupport, {
        query: { on: day as PlainDate, known, pageSize: 200, sort: 'township' },
        signal,
      }),
    enabled: supports,
  });
  const helpers = new Map(
    (data?.items ?? []).map(({ villageId, units, enterprises }) => [
      villageId,
      [...units.map(({ unitName }) => unitName), ...enterprises],
    ]),
  );
  if (villages.length === 0) return <p className={styles.muted}>{text.nobodyBehind}</p>;
  return (
    <>
      <PlainTable
        label={text.behindTitle(villages.length)}
        rows={villages.slice(0, limit)}
        rowKey={({ villageId }) => villageId}
        rowHeight={32}
        columns={[
          {
            key: 'village',
            title: text.village,
            width: 108,
            phone: 'title',
            cell: ({ villageId, villageName, townshipName }) => (
              <>
                <Link to={linkTo.villageTargets(villageId)}>{villageName}</Link>
                <div className={styles.muted}>{townshipName}</div>
              </>
            ),
          },
          {
            key: 'state',
            title: text.state,
            width: 84,
            phone: 'side',
            cell: (village) => <TargetBadge state={stateOfVillage(village, day)} />,
          },
          { key: 'what', title: text.inWhat, phone: 'note', cell: (village) => whatIn(village) },
          {
            key: 'help',
            title: text.helper,
            width: 120,
            phone: 'note',
            cell: ({ villageId }) => helpers.get(villageId)?.join(text.listComma) || text.noHelper,
          },
        ]}
      />
      {villages.length > limit && (
        <p className={styles.muted}>{text.moreVillages(villages.length - limit)}</p>
      )}
    </>
  );

  function whatIn({ standings }: GridVillage): string {
    const names = measures.flatMap(({ key, name }) => {
      const own = standings.filter(({ measureKey }) => measureKey === key);
      const state = standingOn(own, day)?.state;
      return state === 'behind' || state === 'notReported' ? [name] : [];
    });
    const shown = names.slice(0, 3).join(text.listComma);
    return names.length > 3 ? text.andMore(shown, names.length) : shown;
  }
}
