import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { grantName } from '../../lib/role-name.ts';
import { useUser } from '../../lib/session.ts';
import { signOutEverywhere } from '../../lib/sign-out.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { Split } from '../../ui/split.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { PasswordForm } from './password-form.tsx';
import { sessionsQuery } from './queries.ts';
import { SecondFactorSection } from './second-factor-section.tsx';
import { SessionTable } from './session-table.tsx';

/** One's own password and sign-ins. */
export function AccountPage() {
  const text = useText();
  const user = useUser();
  const sessions = useQuery(sessionsQuery);
  const count = sessions.data?.items.length ?? 1;
  const [leaving, setLeaving] = useState(false);
  return (
    <Page
      title={text.account.title(user.name, count)}
      documentTitle={text.shell.pages.account}
      note={text.account.note(user.username, user.roles.map(grantName).join('、'))}
      secondary={
        <ActButton reads onClick={() => setLeaving(true)}>
          {text.account.everywhere}
        </ActButton>
      }
    >
      <Split
        asideWidth={420}
        aside={
          <>
            <Section title={text.account.password} note={text.account.passwordNote}>
              <PasswordForm />
            </Section>
            <SecondFactorSection />
          </>
        }
      >
        <Section title={text.account.sessions} note={text.account.sessionsNote}>
          <SessionTable query={sessions} />
        </Section>
      </Split>
      {leaving && (
        <LeaveDialog
          title={text.account.everywhereTitle}
          body={text.account.everywhereBody(count)}
          act={text.account.everywhere}
          run={signOutEverywhere}
          onClose={() => setLeaving(false)}
        />
      )}
    </Page>
  );
}
