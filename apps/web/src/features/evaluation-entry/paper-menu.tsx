import { exportVisitPaper, type VisitPaper, visitPapers } from '@xuanpai/contracts/ballots';
import { useText } from '../../locales/use-text.ts';
import { ExportButton } from '../../ui/export-button.tsx';
import type { BallotPlace } from './queries.ts';

interface PaperMenuProps {
  roundId: string;
  place: BallotPlace;
}

/** What is taken along to the villages, to be printed. */
export function PaperMenu({ roundId, place }: PaperMenuProps) {
  const text = useText().evaluationEntry;
  return visitPapers.map((paper: VisitPaper) => (
    <ExportButton
      key={paper}
      endpoint={exportVisitPaper}
      label={text.paperOf[paper]}
      parts={{ params: { id: roundId, paper }, query: place }}
    />
  ));
}
