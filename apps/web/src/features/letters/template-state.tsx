import { useQuery } from '@tanstack/react-query';
import type { Round } from '@xuanpai/contracts/evaluations';
import type { LetterKind } from '@xuanpai/contracts/letter-kinds';
import { useCan } from '../../lib/can.tsx';
import { formatInstant } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { templatesQuery } from './queries.ts';

interface TemplateStateProps {
  kind: LetterKind;
  /** Of letters about grades. */
  round: Round | null;
  incomplete: number;
  onManage: () => void;
}

/** Which template is printed, for those who may see; and how many letters lack something. */
export function TemplateState({ kind, round, incomplete, onManage }: TemplateStateProps) {
  const text = useText().letters;
  const mayRead = useCan('letterTemplates.read');
  const { data } = useQuery({ ...templatesQuery, enabled: mayRead });
  const template = data?.items.find((one) => one.kind === kind);
  const own = template?.editions.find(({ edition }) => edition === template.inUse);
  const kept = round?.templates.find((one) => one.kind === kind);
  return (
    <>
      {incomplete > 0 && `${text.incompleteOf(incomplete)}。`}
      {template && (
        <>
          {kept
            ? text.templateOfRound(
                kept.edition === null ? text.shipped : text.edition(kept.edition),
              )
            : own
              ? text.templateOwn(own.edition, own.uploadedByName, formatInstant(own.uploadedAt))
              : text.templateShipped}{' '}
          <TextButton onClick={onManage}>{text.manage}</TextButton>
        </>
      )}
    </>
  );
}
