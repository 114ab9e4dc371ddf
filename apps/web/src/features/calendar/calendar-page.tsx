import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type CalendarYear, settleCalendarYear } from '@xuanpai/contracts/calendar';
import { call } from '../../lib/api.ts';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { showDone } from '../../lib/undo.ts';
import { useSetUrlValues, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { WithPanel } from '../../ui/with-panel.tsx';
import styles from './calendar.module.css';
import { DayPanel } from './day-panel.tsx';
import { Legend } from './legend.tsx';
import { OccasionList } from './occasion-list.tsx';
import { OccasionPanel } from './occasion-panel.tsx';
import { calendarYearQuery, forgetCalendar } from './queries.ts';
import { figuresOf, monthsOfYear } from './year-days.ts';
import { YearSwitch } from './year-switch.tsx';
import { YearView } from './year-view.tsx';

/** 工作日历: which days of a year are worked, and what cadres are called to. */
export function CalendarPage() {
  const { day } = useDay();
  const [asked] = useUrlValue('year');
  const year = asked && /^(19|20)\d\d$/.test(asked) ? Number(asked) : Number(day.slice(0, 4));
  const query = useQuery(calendarYearQuery(year));
  if (!query.data) return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
  return <Year year={query.data} />;
}

function Year({ year }: { year: CalendarYear }) {
  const { calendar: text, shell } = useText();
  const { today } = useDay();
  const client = useQueryClient();
  const mayWrite = useCan('calendar.write');
  const [day] = useUrlValue('day');
  const [occasion] = useUrlValue('occasion');
  const show = useSetUrlValues();
  const months = monthsOfYear(year);
  const figures = figuresOf(months);
  const proposed = day ?? (today.startsWith(`${year.year}-`) ? today : `${year.year}-01-01`);
  return (
    <Page
      title={
        year.known
          ? text.answer(year.year, figures.workdays, figures.holidays, figures.makeUps)
          : text.unknown(year.year, year.days.length)
      }
      tone="amber"
      documentTitle={shell.tabs.calendar}
      note={year.known ? (mayWrite ? text.note : text.readNote) : text.unknownNote}
      layout="fill"
      filters={<YearSwitch year={year.year} />}
      secondary={
        mayWrite && <ActButton onClick={() => openOccasion('new')}>{text.newOccasion}</ActButton>
      }
      primary={
        mayWrite &&
        !year.known && (
          <ActButton kind="primary" onClick={() => void settle()}>
            {text.settle(year.year)}
          </ActButton>
        )
      }
    >
      <WithPanel panel={panel()}>
        <div className={styles.body}>
          <YearView
            key={year.year}
            year={year.year}
            months={months}
            today={today}
            selected={day}
            onOpen={openDay}
          />
          <Legend />
          <Section title={text.occasions} note={text.count(year.occasions.length)}>
            {year.occasions.length === 0 ? (
              <p>{text.noOccasions}</p>
            ) : (
              <OccasionList occasions={year.occasions} onEdit={openOccasion} />
            )}
          </Section>
        </div>
      </WithPanel>
    </Page>
  );

  function openDay(next: string) {
    show({ occasion: null, day: next });
  }

  function openOccasion(id: string) {
    show({ occasion: id });
  }

  function panel() {
    const chosen = year.occasions.find(({ id }) => id === occasion) ?? null;
    if (mayWrite && (chosen || occasion === 'new')) {
      return (
        <OccasionPanel
          key={occasion}
          occasion={chosen}
          day={proposed}
          onClose={() => show({ occasion: null })}
        />
      );
    }
    const month = months.find((one) => day?.startsWith(one.month));
    const found = month?.days.find((one) => one.day === day);
    if (!month || !found) return null;
    return (
      <DayPanel
        day={found}
        year={year}
        locked={month.locked}
        onEdit={openOccasion}
        onClose={() => show({ day: null })}
      />
    );
  }

  function settle() {
    return confirm({
      title: text.settle(year.year),
      body: text.settleBody(figures.holidays, figures.makeUps),
      act: text.settle(year.year),
      run: async () => {
        const body = { version: year.version };
        await call(settleCalendarYear, { params: { year: year.year }, body });
        await forgetCalendar(client);
        showDone(text.settled(year.year));
      },
    });
  }
}
