import { useQueryClient } from '@tanstack/react-query';
import {
  type CalendarYear,
  type DayKind,
  dayKinds,
  dayKindWords,
  setCalendarDay,
} from '@xuanpai/contracts/calendar';
import type { PlainDate } from '@xuanpai/contracts/values';
import { weekdayOf } from '@xuanpai/domain/office/plain-date';
import { Form, Input, Radio } from 'antd';
import { call } from '../../lib/api.ts';
import { useCan } from '../../lib/can.tsx';
import { useFormAct } from '../../lib/form-act.ts';
import { formatDay, formatInstant } from '../../lib/format.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { kindWords } from './day-words.ts';
import { OccasionList } from './occasion-list.tsx';
import { calendarYearQuery, forgetCalendar } from './queries.ts';
import type { YearDay } from './year-days.ts';

interface DayPanelProps {
  day: YearDay;
  year: CalendarYear;
  locked: boolean;
  onEdit: (occasionId: string) => void;
  onClose: () => void;
}

/** A day: what it is and who said so, what cadres are called to, and the correction. */
export function DayPanel({ day, year, locked, onEdit, onClose }: DayPanelProps) {
  const text = useText().calendar;
  const mayWrite = useCan('calendar.write');
  const entry = year.days.find((one) => one.day === day.day);
  const by = entry?.setByName;
  return (
    <SidePanel
      title={formatDay(day.day)}
      note={
        by && entry.setAt
          ? text.correctedBy(kindWords(day, text), by, formatInstant(entry.setAt))
          : kindWords(day, text)
      }
      onClose={onClose}
    >
      {day.occasions.length > 0 && (
        <PanelPart title={text.occasions}>
          <OccasionList narrow occasions={day.occasions} onEdit={onEdit} />
        </PanelPart>
      )}
      {mayWrite && (
        <PanelPart title={text.correct}>
          {locked ? (
            <p>{text.lockedNote}</p>
          ) : (
            <DayForm key={`${day.day} ${year.version}`} day={day} year={year} onDone={onClose} />
          )}
        </PanelPart>
      )}
    </SidePanel>
  );
}

interface DayValues {
  kind: DayKind;
  name?: string;
  reason?: string;
}

function DayForm({ day, year, onDone }: { day: YearDay; year: CalendarYear; onDone: () => void }) {
  const { calendar: text } = useText();
  const client = useQueryClient();
  const [form] = Form.useForm<DayValues>();
  const kind = Form.useWatch('kind', form);
  const weekend = weekdayOf(day.day as PlainDate) > 5;
  const sent = useFormAct(form, {
    send: ({ kind: set, name, reason }: DayValues) =>
      call(setCalendarDay, {
        params: { day: day.day },
        body: {
          ...{ kind: set, reason: reason ?? '', version: year.version },
          ...(set !== 'weekday' && name ? { name } : {}),
        },
      }),
    onDone: async (saved) => {
      client.setQueryData(calendarYearQuery(year.year).queryKey, saved);
      await forgetCalendar(client);
      showDone(text.corrected(day.day));
      onDone();
    },
  });
  const required = [{ required: true, message: text.missing }];
  const current: DayKind = day.kind === 'holiday' || day.kind === 'makeUp' ? day.kind : 'weekday';
  return (
    <Form
      {...formLayout}
      form={form}
      initialValues={{ kind: current, name: day.name ?? undefined }}
      onFinish={sent.submit}
      aria-label={text.correct}
    >
      <Form.Item name="kind" label={text.kind}>
        <Radio.Group
          options={dayKinds
            .filter((one) => one !== 'makeUp' || weekend)
            .map((value) => ({
              value,
              label:
                value === 'weekday'
                  ? text.asWeekday(text.kinds[weekend ? 'weekend' : 'workday'])
                  : word(dayKindWords[value]),
            }))}
        />
      </Form.Item>
      {kind !== 'weekday' && (
        <Form.Item name="name" label={text.name} rules={required}>
          <Input autoComplete="off" maxLength={30} placeholder={text.nameHint} />
        </Form.Item>
      )}
      <Form.Item name="reason" label={text.reason} rules={required}>
        <Input autoComplete="off" maxLength={200} placeholder={text.reasonHint} />
      </Form.Item>
      {sent.problem && (
        <Form.Item>
          <ProblemAlert
            error={sent.problem}
            onUseCurrent={
              sent.problem.code === 'staleVersion' ? () => void forgetCalendar(client) : undefined
            }
          />
        </Form.Item>
      )}
      <ActButton kind="primary" submits busy={sent.busy}>
        {text.correctDay(day.day)}
      </ActButton>
    </Form>
  );
}
