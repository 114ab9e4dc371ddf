import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  exportUnitYear,
  type OrganisationRow,
  saveDistrictGroup,
  saveDutyReport,
  saveUnitGroup,
} from '@xuanpai/contracts/organisation';
import type { PlainDate } from '@xuanpai/contracts/values';
import { call } from '../../lib/api.ts';
import { useDay, yearToTell } from '../../lib/day.ts';
import { showDone } from '../../lib/undo.ts';
import { useSetUrlValues, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { FilterBar, FilterSelect } from '../../ui/filter-bar.tsx';
import { Page } from '../../ui/page.tsx';
import type { Column } from '../../ui/table-column.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { type Entered, FieldPanel } from './field-panel.tsx';
import { forgetInspections, organisationQuery } from './queries.ts';

/** 组织领导: offices and contacts, first persons responsible, the item in each unit's report. */
export function OrganisationPage() {
  const { inspections: text, shell } = useText();
  const { day } = useDay();
  const [asked, setAsked] = useUrlValue('year');
  const year = /^\d{4}$/.test(asked ?? '') ? Number(asked) : yearToTell(day);
  const query = useQuery(organisationQuery(year));
  const show = useSetUrlValues();
  const [panel] = useUrlValue('panel');
  const [row] = useUrlValue('row');
  const { data } = query;
  const chosen = data?.items.find(({ unitId }) => (unitId ?? 'district') === row);
  const years = [-2, -1, 0].map((back) => String(Number(day.slice(0, 4)) + back));
  return (
    <Page
      title={
        data
          ? text.organisationAnswer(data.asked, data.withoutGroup, year, data.reported)
          : shell.tabs.organisation
      }
      tone="amber"
      documentTitle={shell.tabs.organisation}
      note={text.organisationNote}
      layout="fill"
      filters={
        <FilterBar>
          <FilterSelect
            label={text.reportYear}
            options={years.map((value) => ({ value, label: value }))}
            value={String(year)}
            onChange={setAsked}
            width={160}
          />
        </FilterBar>
      }
    >
      <DataTable
        id="organisation"
        label={shell.tabs.organisation}
        columns={columnsOf(text, year, (name, unitId) =>
          show({ panel: name, row: unitId ?? 'district' }),
        )}
        rowKey={({ unitId }) => unitId ?? 'district'}
        query={query}
        empty={{ title: text.none }}
        selected={row}
      />
      {chosen && panel === 'group' && chosen.editsGroup && <GroupPanel key={row} row={chosen} />}
      {chosen?.unitId && panel === 'report' && chosen.editsReport && (
        <ReportPanel key={row} row={chosen} unitId={chosen.unitId} year={year} />
      )}
    </Page>
  );
}

function columnsOf(
  text: Dictionary['inspections'],
  year: number,
  open: (panel: string, unitId: string | null) => void,
): Column<OrganisationRow>[] {
  return [
    {
      key: 'unit',
      title: text.unitName,
      width: 190,
      fixed: true,
      phone: 'title',
      cell: (row) => <strong>{row.unitName}</strong>,
    },
    {
      key: 'responsible',
      title: text.firstResponsible,
      width: 110,
      phone: 'note',
      cell: ({ unitId, responsiblePerson }) => (unitId ? responsiblePerson : ''),
    },
    { key: 'group', title: text.group, cell: ({ group }) => group?.name },
    { key: 'head', title: text.groupHead, width: 110, cell: ({ group }) => group?.head },
    {
      key: 'contact',
      title: text.contact,
      width: 180,
      phone: 'note',
      cell: ({ group, contactName, contactPhone }) =>
        group
          ? `${group.contactName} ${group.contactPhone ?? ''}`
          : `${contactName ?? ''} ${contactPhone ?? ''}`,
    },
    {
      key: 'result',
      title: text.dutyReport,
      width: 150,
      cell: ({ report }) => report?.result ?? report?.item,
    },
    {
      key: 'acts',
      title: text.change,
      untitled: true,
      width: 150,
      cell: ({ unitId, editsGroup, editsReport }) => (
        <>
          {editsGroup && (
            <TextButton onClick={() => open('group', unitId)}>{text.group}</TextButton>
          )}{' '}
          {editsReport && unitId && (
            <TextButton onClick={() => open('report', unitId)}>{text.dutyReport}</TextButton>
          )}
        </>
      ),
    },
    {
      key: 'document',
      title: text.yearDocument,
      untitled: true,
      width: 176,
      align: 'end',
      phone: 'note',
      cell: ({ unitId }) =>
        unitId && (
          <ExportButton
            small
            endpoint={exportUnitYear}
            parts={{ params: { id: unitId, year } }}
            label={text.yearDocument}
          />
        ),
    },
  ];
}

function useDone() {
  const text = useText().inspections;
  const client = useQueryClient();
  const show = useSetUrlValues();
  const onClose = () => show({ panel: null, row: null });
  return {
    onClose,
    onDone: async () => {
      await forgetInspections(client);
      showDone(text.stateSaved);
      onClose();
    },
  };
}

function GroupPanel({ row }: { row: OrganisationRow }) {
  const text = useText().inspections;
  const done = useDone();
  const { group, unitId } = row;
  return (
    <FieldPanel
      {...done}
      title={text.group}
      note={row.unitName}
      submit={text.saveSummary}
      initial={group ? { ...group } : {}}
      fields={[
        { name: 'name', label: text.groupName, kind: 'text' },
        { name: 'head', label: text.groupHead, kind: 'text' },
        { name: 'contactName', label: text.contact, kind: 'text', longest: 30 },
        { name: 'contactPhone', label: text.phone, kind: 'text', longest: 30, optional: true },
        { name: 'document', label: text.document, kind: 'text', optional: true },
        { name: 'setUpOn', label: text.setUpOn, kind: 'day', optional: true },
      ]}
      send={(values) => {
        const body = {
          ...{ name: textOf(values.name), head: textOf(values.head) },
          ...{ contactName: textOf(values.contactName), contactPhone: orNull(values.contactPhone) },
          ...{
            document: orNull(values.document),
            setUpOn: orNull(values.setUpOn) as PlainDate | null,
          },
          version: group?.version ?? 0,
        };
        return unitId === null
          ? call(saveDistrictGroup, { body })
          : call(saveUnitGroup, { params: { id: unitId }, body });
      }}
    />
  );
}

function ReportPanel({
  row,
  unitId,
  year,
}: {
  row: OrganisationRow;
  unitId: string;
  year: number;
}) {
  const text = useText().inspections;
  const done = useDone();
  const { report } = row;
  return (
    <FieldPanel
      {...done}
      title={text.dutyReport}
      note={text.reportOf(row.unitName, year)}
      submit={text.saveSummary}
      initial={report ? { ...report } : { item: text.usualItem }}
      fields={[
        { name: 'item', label: text.dutyItem, kind: 'long', longest: 300 },
        { name: 'result', label: text.result, kind: 'text', longest: 300, optional: true },
        { name: 'document', label: text.document, kind: 'text', optional: true },
        { name: 'reportedOn', label: text.reportedOn, kind: 'day', optional: true },
      ]}
      send={(values) =>
        call(saveDutyReport, {
          params: { id: unitId, year },
          body: {
            ...{ item: textOf(values.item), result: orNull(values.result) },
            document: orNull(values.document),
            reportedOn: orNull(values.reportedOn) as PlainDate | null,
            version: report?.version ?? 0,
          },
        })
      }
    />
  );
}

const textOf = (value: Entered[string]) => String(value ?? '');
const orNull = (value: Entered[string]) => (value ? String(value) : null);
