import { useQueryClient } from '@tanstack/react-query';
import { deletePairing, type Pairing, updatePairing } from '@xuanpai/contracts/enterprises';
import type { PlainDate } from '@xuanpai/contracts/values';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { ActDialog, DayField } from '../../ui/act-dialog.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { Link } from '../../ui/link.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Column } from '../../ui/table-column.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { forgetSupport } from './queries.ts';
import styles from './support.module.css';

interface PairingListProps {
  pairings: readonly Pairing[];
  /** Whose they are: the other side is told. */
  of: 'enterprise' | 'village';
  changeable: boolean;
}

/** Voluntary pairings, the latest first; one is ended by its last day. */
export function PairingList({ pairings, of, changeable }: PairingListProps) {
  const text = useText().support;
  const [open, setOpen] = useState<Pairing | null>(null);
  if (pairings.length === 0) {
    return (
      <p className={styles.quiet}>{of === 'village' ? text.noEnterprises : text.noPairings}</p>
    );
  }
  const columns: Column<Pairing>[] = [
    {
      key: 'name',
      title: of === 'village' ? text.enterprise : text.village,
      phone: 'title',
      cell: (row) =>
        of === 'village' ? (
          <Link to={linkTo.enterprises({ row: row.enterpriseId })}>{row.enterpriseName}</Link>
        ) : (
          <Link to={linkTo.villageSupport(row.villageId)}>
            {row.townshipName} {row.villageName}
          </Link>
        ),
    },
    {
      key: 'days',
      title: text.from,
      width: 190,
      phone: 'note',
      cell: ({ startsOn, endsOn, inForce }) =>
        inForce ? (
          text.enterprisePairing(startsOn, endsOn)
        ) : (
          <StateBadge state="expired" word={`${text.ended} ${endsOn ?? ''}`} quiet />
        ),
    },
    ...(changeable
      ? [
          {
            key: 'edit',
            title: text.edit,
            untitled: true,
            width: 44,
            cell: (row: Pairing) => (
              <TextButton onClick={() => setOpen(row)}>{text.edit}</TextButton>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <PlainTable
        label={text.enterprises}
        headless
        rows={pairings}
        rowKey={({ id }) => id}
        columns={columns}
      />
      {open && <PairingDialog pairing={open} onClose={() => setOpen(null)} />}
    </>
  );
}

function PairingDialog({ pairing, onClose }: { pairing: Pairing; onClose: () => void }) {
  const text = useText().support;
  const client = useQueryClient();
  const { today } = useDay();
  const { id, version, enterpriseName, note } = pairing;
  const [startsOn, setStart] = useState<string | null>(pairing.startsOn);
  const [endsOn, setEnd] = useState<string | null>(pairing.endsOn ?? today);
  async function run() {
    const days = { startsOn: startsOn as PlainDate, endsOn: (endsOn || null) as PlainDate | null };
    await call(updatePairing, { params: { id }, body: { ...days, note, version } });
    await forgetSupport(client);
    showDone(text.pairingSaved(enterpriseName));
  }
  async function remove() {
    const done = await confirm({
      title: text.removeFundTitle(enterpriseName),
      body: text.removeFundBody,
      act: text.removeFund,
      danger: true,
      run: () => call(deletePairing, { params: { id }, query: { version } }),
    });
    if (done) await forgetSupport(client);
  }
  return (
    <ActDialog
      title={`${text.editPairing}：${enterpriseName}`}
      act={text.saveFund}
      ready={!!startsOn}
      run={run}
      onClose={onClose}
    >
      <DayField label={text.from} value={startsOn} onChange={setStart} />
      <DayField label={text.until} value={endsOn} onChange={setEnd} />
      <p className={styles.quiet}>{text.untilHint}</p>
      <TextButton
        onClick={() => {
          onClose();
          void remove();
        }}
      >
        {text.removeFund}
      </TextButton>
    </ActDialog>
  );
}
