import type { revealCadre } from '@xuanpai/contracts/cadres';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import { useState } from 'react';
import { useCan } from '../../lib/can.tsx';
import { useText } from '../../locales/use-text.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import type { CadreDetail } from './queries.ts';
import { RevealDialog } from './reveal-dialog.tsx';

/** ID number, address and health: masked, in full on a reason until the page is left. */
export function PersonalData({ cadre }: { cadre: CadreDetail }) {
  const text = useText().cadres;
  const allowed = useCan('cadres.reveal');
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useState<ReplyOf<typeof revealCadre> | null>(null);
  return (
    <>
      <DescriptionList
        termWidth={84}
        items={[
          { term: text.idNumber, value: shown?.idNumber ?? cadre.idNumberMask },
          {
            term: text.homeAddress,
            value: shown ? shown.homeAddress : cadre.hasHomeAddress && text.hidden,
          },
          { term: text.health, value: shown ? shown.health : cadre.hasHealth && text.hidden },
        ].map(({ term, value }) => ({ term, value: value || null }))}
      />
      {allowed && !shown && <TextButton onClick={() => setAsking(true)}>{text.reveal}</TextButton>}
      {asking && <RevealDialog cadre={cadre} onShown={setShown} onClose={() => setAsking(false)} />}
    </>
  );
}
