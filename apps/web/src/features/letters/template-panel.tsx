import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Round } from '@xuanpai/contracts/evaluations';
import { type LetterKind, letterKindWords } from '@xuanpai/contracts/letter-kinds';
import {
  chooseLetterTemplate,
  type LetterTag,
  type LetterTemplate,
  letterTagsFile,
  letterTemplateFile,
  uploadLetterTemplate,
} from '@xuanpai/contracts/letter-templates';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { problemOf } from '../../lib/api-problem.ts';
import { useCan } from '../../lib/can.tsx';
import { download } from '../../lib/download.ts';
import { formatInstant } from '../../lib/format.ts';
import { showDone } from '../../lib/undo.ts';
import { uploadFile } from '../../lib/upload.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Link } from '../../ui/link.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './letters.module.css';
import { templatesQuery } from './queries.ts';

interface TemplatePanelProps {
  kind: LetterKind;
  /** Of letters about grades: it keeps a version of its own. */
  round: Round | null;
  onClose: () => void;
}

/** The versions of a kind's template, and the tags that it may use. */
export function TemplatePanel({ kind, round, onClose }: TemplatePanelProps) {
  const text = useText().letters;
  const { data } = useQuery(templatesQuery);
  const template = data?.items.find((one) => one.kind === kind);
  const title = text.templatesOf(word(letterKindWords[kind]));
  return (
    <SidePanel title={title} note={text.howTo} width={560} onClose={onClose}>
      {template && <Versions key={kind} template={template} round={round} />}
      {template && <Tags template={template} />}
    </SidePanel>
  );
}

function Versions({ template, round }: { template: LetterTemplate; round: Round | null }) {
  const text = useText().letters;
  const client = useQueryClient();
  const mayWrite = useCan('letterTemplates.write');
  const mayChoose = useCan('evaluations.write');
  const [problem, setProblem] = useState<unknown>(null);
  const { kind, inUse, editions } = template;
  const params = { kind };
  const kept = round?.templates.find((one) => one.kind === kind);
  async function act(run: () => Promise<string>) {
    setProblem(null);
    try {
      showDone(await run());
      await client.invalidateQueries({ queryKey: ['letters'] });
    } catch (error) {
      setProblem(problemOf(error));
    }
  }
  const nameOf = (edition: number | null) =>
    edition === null ? text.shipped : text.edition(edition);
  const choose = (edition: number | null) =>
    act(async () => {
      await call(chooseLetterTemplate, { params, body: { edition } });
      return text.used(nameOf(edition));
    });
  const send = (file: File) =>
    act(async () => {
      const { inUse: edition } = await uploadFile(uploadLetterTemplate, { params, file });
      return text.uploaded(edition ?? 0);
    });
  return (
    <PanelPart title={text.templates}>
      {round && (
        <p className={styles.note}>
          {text.roundKeeps}{' '}
          {mayChoose && (
            <Link to={linkTo.round(round, { panel: 'templates' })}>{text.chooseForRound}</Link>
          )}
        </p>
      )}
      <ul className={styles.list}>
        {[...editions, null].map((one) => {
          const edition = one?.edition ?? null;
          return (
            <li key={edition} className={styles.line}>
              <span className={styles.grow}>
                {nameOf(edition)}
                {one && (
                  <span className={styles.note}>
                    {' '}
                    {one.filename}，{one.uploadedByName}，{formatInstant(one.uploadedAt)}
                  </span>
                )}
              </span>
              {kept && kept.edition === edition && (
                <StateBadge state="locked" word={text.ofThisRound} />
              )}
              {edition === inUse ? (
                <StateBadge state="adopted" word={text.inUse} />
              ) : (
                mayWrite && (
                  <TextButton onClick={() => void choose(edition)}>
                    {edition === null ? text.useShipped : text.use}
                  </TextButton>
                )
              )}
              <TextButton
                onClick={() =>
                  void download(letterTemplateFile, {
                    params,
                    query: { edition: edition ?? 'shipped' },
                  })
                }
              >
                {text.downloadTemplate}
              </TextButton>
            </li>
          );
        })}
      </ul>
      {problem !== null && (
        <div className={styles.refused}>
          <ProblemAlert error={problem} what={text.refused} />
        </div>
      )}
      {mayWrite && (
        <FileDrop
          label={text.upload}
          note={text.uploadNote}
          accept=".docx"
          onFile={(file) => void send(file)}
        />
      )}
    </PanelPart>
  );
}

function Tags({ template: { kind, tags } }: { template: LetterTemplate }) {
  const text = useText().letters;
  const written = ({ name, repeats }: LetterTag) =>
    repeats ? `{#${name}}…{/${name}}` : `{${name}}`;
  return (
    <PanelPart
      title={text.tags}
      note={
        <TextButton onClick={() => void download(letterTagsFile, { params: { kind } })}>
          {text.downloadTags}
        </TextButton>
      }
    >
      <p className={styles.note}>{text.tagsNote}</p>
      <PlainTable
        label={text.tags}
        rows={tags}
        rowKey={({ name, within }) => `${within} ${name}`}
        columns={[
          { key: 'tag', title: text.tag, width: 150, cell: written, phone: 'title' },
          {
            key: 'meaning',
            title: text.meaning,
            phone: 'note',
            cell: ({ meaning, within }) =>
              within === null ? meaning : `${meaning}（${text.within(within)}）`,
          },
          {
            key: 'example',
            title: text.example,
            width: 150,
            phone: 'side',
            cell: ({ example }) => example,
          },
        ]}
      />
    </PanelPart>
  );
}
