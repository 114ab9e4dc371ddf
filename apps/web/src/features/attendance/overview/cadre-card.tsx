import { useQuery } from '@tanstack/react-query';
import { markWords } from '@xuanpai/contracts/attendance-marks';
import { useParams } from 'react-router';
import { useDay } from '../../../lib/day.ts';
import { currentLanguage } from '../../../lib/language.ts';
import { useCadreTabs } from '../../../lib/use-cadre-tabs.ts';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { Page } from '../../../ui/page.tsx';
import { Empty } from '../../../ui/table-states.tsx';
import { UnreadPage } from '../../../ui/unread-page.tsx';
import { formatAmount } from '../amounts.ts';
import styles from './card.module.css';
import { cardMonth } from './card-months.ts';
import type { Look } from './cell-looks.ts';
import { MonthPicture } from './month-picture.tsx';
import { cadreMonthsQuery } from './queries.ts';

/** All months of a cadre's posts as small calendars, to read and to print. */
export function CadreCard() {
  const { cadreId = '' } = useParams();
  const text = useText().attendanceOverview.card;
  const { today } = useDay();
  const query = useQuery(cadreMonthsQuery(cadreId));
  const tabs = useCadreTabs(cadreId, query.data?.cadreName ?? '');
  if (query.error || !query.data) {
    return (
      <UnreadPage
        documentTitle={text.tab}
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    );
  }
  const { cadreName, months } = query.data;
  const pictures = months.map(cardMonth);
  const inVillage = pictures.reduce((sum, month) => sum + month.inVillage, 0);
  return (
    <Page
      title={
        pictures.length === 0
          ? text.titleNone(cadreName)
          : text.title(cadreName, pictures.length, formatAmount(inVillage))
      }
      documentTitle={`${cadreName} ${text.tab}`}
      note={text.note}
      tabs={tabs}
      lined
      secondary={
        pictures.length > 0 && (
          <ActButton icon="print" reads onClick={() => window.print()}>
            {text.print}
          </ActButton>
        )
      }
    >
      {pictures.length === 0 ? (
        <Empty title={text.none} note={text.noneNote} />
      ) : (
        <div className={styles.card}>
          <Legend />
          <div className={styles.months}>
            {pictures.map((month) => (
              <MonthPicture
                key={month.month}
                month={month}
                over={month.month < today.slice(0, 7)}
              />
            ))}
          </div>
        </div>
      )}
    </Page>
  );
}

const leave = [
  'personalLeave',
  'sickLeave',
  'annualLeave',
  'marriageLeave',
  'maternityLeave',
  'paternityLeave',
  'bereavementLeave',
  'familyLeave',
  'injuryLeave',
] as const;

const explained: readonly { look: Look; marks: readonly (keyof typeof markWords)[] }[] = [
  { look: 'village', marks: ['village'] },
  { look: 'counted', marks: ['errand', 'training'] },
  { look: 'office', marks: ['office'] },
  { look: 'homeUnit', marks: ['homeUnit'] },
  { look: 'leave', marks: leave },
  { look: 'missing', marks: ['unaccounted', 'absent'] },
  { look: 'rest', marks: ['rest'] },
];

function Legend() {
  const text = useText().attendanceOverview.card;
  // In Chinese a sign begins the word that it stands for.
  const signed = currentLanguage() !== 'zh';
  return (
    <ul className={styles.legend} aria-label={text.legend}>
      {explained.map(({ look, marks }) => (
        <li key={look}>
          <span className={styles.swatch} data-look={look} aria-hidden="true">
            {marks.length > 2 ? '' : markWords[marks[0] ?? 'village'].sign}
          </span>
          {marks
            .map((mark, at) =>
              signed && (at > 0 || marks.length > 2)
                ? `${markWords[mark].sign} ${word(markWords[mark])}`
                : word(markWords[mark]),
            )
            .join(text.listComma)}
        </li>
      ))}
      <li>
        <span className={styles.swatch} data-look="open" aria-hidden="true" />
        {text.unfilled}
      </li>
      <li>
        <span className={styles.swatch} data-look="outside" aria-hidden="true" />
        {text.outside}
      </li>
    </ul>
  );
}
