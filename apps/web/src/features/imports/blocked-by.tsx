import type { Import } from '@xuanpai/contracts/imports';
import { Fragment } from 'react';
import { useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { placeOf } from './problem-place.ts';
import { sheetRow } from './sheet-row.ts';

const most = 6;

/** 改好第 7、9、11 行后可写入: each row a way to its place. */
export function BlockedBy({ preview }: { preview: Import }) {
  const text = useText().imports;
  const [, setAt] = useUrlValue('at');
  const rows = new Map<number, string>();
  for (const problem of preview.problems) {
    if (problem.row > preview.headingRow && !rows.has(problem.row)) {
      rows.set(problem.row, placeOf(problem));
    }
  }
  if (rows.size === 0) return text.blockedSheet;
  const shown = [...rows].slice(0, most);
  return (
    <>
      {text.blockedBefore}
      {shown.map(([row, place], index) => (
        <Fragment key={row}>
          {index > 0 && text.separator}
          <TextButton told onClick={() => setAt(place)}>
            {sheetRow(preview, row).row}
          </TextButton>
        </Fragment>
      ))}
      {text.blockedAfter(rows.size > most ? Math.max(rows.size, preview.counts.wrong) : 0)}
    </>
  );
}
