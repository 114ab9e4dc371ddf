import { type BenefitStanding, benefitStandingWords } from '@xuanpai/contracts/benefit-words';
import type { Benefit } from '@xuanpai/contracts/benefits';
import { gradeWords } from '@xuanpai/contracts/evaluation-words';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { StateBadge, type StateName } from '../../ui/state-badge.tsx';

type Text = Dictionary['benefits'];

const looks = {
  none: 'notDue',
  open: 'todo',
  used: 'done',
  groundLost: 'problem',
} as const satisfies Record<BenefitStanding, StateName>;

export function Standing({ standing }: { standing: BenefitStanding }) {
  return <StateBadge state={looks[standing]} word={word(benefitStandingWords[standing])} quiet />;
}

export function gradesOf({ years }: Benefit, text: Text): string {
  const said = years.map(({ year, grade }) =>
    text.yearGrade(year, grade ? word(gradeWords[grade]) : text.noGrade),
  );
  return said.join('，') || '–';
}
