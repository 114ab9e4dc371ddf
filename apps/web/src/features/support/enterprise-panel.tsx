import { useQuery, useQueryClient } from '@tanstack/react-query';
import { deleteEnterprise, type Enterprise } from '@xuanpai/contracts/enterprises';
import { call } from '../../lib/api.ts';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { formatYuan } from '../../lib/format.ts';
import { useKnown } from '../../lib/known.ts';
import { showDone } from '../../lib/undo.ts';
import { useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Link } from '../../ui/link.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { EnterpriseFormPanel } from './enterprise-form-panel.tsx';
import { PairForm } from './pair-form.tsx';
import { PairingList } from './pairing-list.tsx';
import { enterpriseQuery, forgetSupport } from './queries.ts';
import styles from './support.module.css';

interface EnterprisePanelProps {
  id: string;
  onClose: () => void;
}

/** An enterprise beside the list, with the villages that it is paired with. */
export function EnterprisePanel({ id, onClose }: EnterprisePanelProps) {
  const text = useText().support;
  const { day, readOnly } = useDay();
  const query = useQuery(enterpriseQuery(id, day, useKnown()));
  const pairs = useCan('support.write');
  const [panel, setPanel] = useUrlValue('panel');
  const enterprise = query.data;
  if (panel === 'edit' && enterprise?.changeable) {
    return (
      <EnterpriseFormPanel
        enterprise={enterprise}
        onClose={() => setPanel(null)}
        onSaved={() => setPanel(null)}
      />
    );
  }
  return (
    <SidePanel
      title={enterprise?.name ?? ''}
      note={enterprise?.industry}
      extra={<Link to={linkTo.supportHelp({ enterpriseIds: id })}>{text.helpList}</Link>}
      onClose={onClose}
    >
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {!enterprise && !query.error && <Skeleton />}
      {enterprise && (
        <>
          <PanelPart title={text.facts}>
            <Facts enterprise={enterprise} />
            {enterprise.changeable && (
              <Acts enterprise={enterprise} onEdit={() => setPanel('edit')} onRemoved={onClose} />
            )}
          </PanelPart>
          <PanelPart title={text.pairedVillages}>
            <PairingList
              pairings={enterprise.pairings}
              of="enterprise"
              changeable={pairs && !readOnly}
            />
          </PanelPart>
          {pairs && (
            <PanelPart title={text.pair}>
              <PairForm key={enterprise.pairings.length} enterpriseId={id} />
            </PanelPart>
          )}
        </>
      )}
    </SidePanel>
  );
}

function Facts({ enterprise }: { enterprise: Enterprise }) {
  const text = useText().support;
  return (
    <DescriptionList
      termWidth={112}
      items={[
        { term: text.creditCode, value: enterprise.creditCode },
        { term: text.township, value: enterprise.townshipName ?? text.outside },
        { term: text.contact, value: enterprise.contactName },
        { term: text.phone, value: enterprise.contactPhone },
        { term: text.brought, value: `${formatYuan(enterprise.brought)} ${text.yuan}` },
        { term: text.note, value: enterprise.note },
      ]}
    />
  );
}

interface ActsProps {
  enterprise: Enterprise;
  onEdit: () => void;
  onRemoved: () => void;
}

function Acts({ enterprise, onEdit, onRemoved }: ActsProps) {
  const text = useText().support;
  const client = useQueryClient();
  async function remove() {
    const { id, name, version } = enterprise;
    const done = await confirm({
      title: text.removeEnterpriseTitle(name),
      body: text.removeEnterpriseBody,
      act: text.removeEnterprise,
      danger: true,
      run: () => call(deleteEnterprise, { params: { id }, query: { version } }),
    });
    if (!done) return;
    onRemoved();
    await forgetSupport(client);
    showDone(text.enterpriseRemoved(name));
  }
  return (
    <div className={styles.acts}>
      <ActButton icon="edit" onClick={onEdit}>
        {text.editEnterprise}
      </ActButton>
      <ActButton kind="danger" onClick={() => void remove()}>
        {text.removeEnterprise}
      </ActButton>
    </div>
  );
}
