import { useQuery } from '@tanstack/react-query';
import type { ComponentProps, ReactNode } from 'react';
import { useText } from '../../locales/use-text.ts';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { Split } from '../../ui/split.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { importsQuery } from './queries.ts';
import { RecentImports } from './recent-imports.tsx';
import { RememberedColumns } from './remembered-columns.tsx';
import { UploadBox } from './upload-box.tsx';

interface UploadPageProps extends Pick<ComponentProps<typeof Page>, 'title' | 'tone' | 'note'> {
  batchId: string | null;
  aside: ReactNode;
}

/** The first step, for everybody: the box for a file, and what was imported before. */
export function UploadPage({ batchId, aside, ...page }: UploadPageProps) {
  const text = useText().imports;
  const query = useQuery(importsQuery);
  return (
    <Page {...page} documentTitle={text.documentTitle} lined>
      <Split aside={aside} asideWidth={420}>
        <Section title={text.upload}>
          <UploadBox batchId={batchId} />
        </Section>
        <Section title={text.recent} note={text.recentNote}>
          {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
          {query.isPending && <Skeleton lines={4} />}
          {query.data && <RecentImports imports={query.data.items} />}
        </Section>
        <RememberedColumns />
      </Split>
    </Page>
  );
}
