import { useText } from '../locales/use-text.ts';
import { linkTo } from '../paths.ts';
import { useCan } from './can.tsx';

/** The pages about one cadre, as far as the person looking may open them. */
export function useCadreTabs(cadreId: string, cadreName: string) {
  const { shell } = useText();
  const reads = useCan('cadres.read');
  const months = useCan('attendance.read');
  const leaves = useCan('leaves.read');
  const trainings = useCan('trainings.read');
  const appraisals = useCan('appraisals.read');
  const grades = useCan('grades.read');
  const earned = useCan('benefits.read');
  const given = useCan('townshipBenefits.read');
  return [
    reads ? { label: cadreName, to: linkTo.cadre(cadreId), exact: true } : { label: cadreName },
    ...(months ? [{ label: shell.pages.attendance, to: linkTo.cadreAttendance(cadreId) }] : []),
    ...(appraisals ? [{ label: shell.tabs.appraisals, to: linkTo.cadreAppraisals(cadreId) }] : []),
    ...(grades ? [{ label: shell.tabs.grades, to: linkTo.cadreGrades(cadreId) }] : []),
    ...(earned || given
      ? [{ label: shell.tabs.cadreBenefits, to: linkTo.cadreBenefits(cadreId) }]
      : []),
    ...(trainings ? [{ label: shell.pages.trainings, to: linkTo.cadreTrainings(cadreId) }] : []),
    ...(leaves ? [{ label: shell.tabs.leaves, to: linkTo.cadreLeaves(cadreId) }] : []),
  ];
}
