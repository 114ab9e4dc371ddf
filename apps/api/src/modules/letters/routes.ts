import * as templates from '@xuanpai/contracts/letter-templates';
import * as contract from '@xuanpai/contracts/letters';
import type { Deps } from '../../lib/deps.ts';
import { docx, type Route, route } from '../../lib/route.ts';
import { jobOf, lettersOf, previewOf } from './files.ts';
import { giveNumbers } from './make.ts';
import { enterMembership } from './membership.ts';
import { printEvents } from './print/print-events.ts';
import { readLetters } from './read.ts';
import { templateInUse, templateOf } from './template/in-use.ts';
import { readTemplateState, readTemplates } from './template/present.ts';
import { tagsFile } from './template/tags-file.ts';
import { chooseTemplate, keepTemplate, receiveTemplate, tryTemplate } from './template/upload.ts';
import { voidMade } from './void.ts';

export function letterRoutes(deps: Deps): Route[] {
  return [
    route(templates.listLetterTemplates, async ({ actor }) => ({
      items: await readTemplates(deps, actor.language),
    })),
    route(templates.letterTemplateFile, async ({ params, query }) => {
      const { edition } = query;
      const { kind } = params;
      const { filename, bytes } = await (edition === undefined
        ? templateInUse(deps.db.prisma, kind)
        : templateOf(deps.db.prisma, kind, edition));
      return { filename, type: docx, bytes };
    }),
    route(templates.letterTagsFile, async ({ params }) => tagsFile(params.kind)),
    route(templates.uploadLetterTemplate, async ({ actor, params, request }) => {
      const template = await receiveTemplate(request);
      await tryTemplate(deps, params.kind, template);
      await keepTemplate(deps, actor, params.kind, template);
      return readTemplateState(deps, params.kind, actor.language);
    }),
    route(templates.chooseLetterTemplate, async ({ actor, params, body }) => {
      await chooseTemplate(deps, actor, params.kind, body.edition);
      return readTemplateState(deps, params.kind, actor.language);
    }),
    route(contract.listLetters, async ({ actor, params, query }) =>
      readLetters(deps, actor, params.id, query),
    ),
    route(contract.previewLetter, async ({ actor, params, query }) =>
      previewOf(deps, actor, params.id, query),
    ),
    route(contract.makeLetters, async ({ actor, params, body }) =>
      giveNumbers(deps, actor, params.id, body),
    ),
    route(contract.lettersFile, async ({ actor, params, query }) =>
      lettersOf(deps, actor, params.id, query, 'docx'),
    ),
    route(contract.lettersArchive, async ({ actor, params, query }) =>
      lettersOf(deps, actor, params.id, query, 'zip'),
    ),
    route(contract.printLetters, async ({ actor, params, query, reply }) => {
      const job = await jobOf(deps, actor, params.id, query, query.as);
      const ended = new AbortController();
      reply.raw.on('close', () => ended.abort());
      await reply
        .header('content-type', 'text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no')
        .send(printEvents(deps, job, ended.signal));
    }),
    route(contract.voidLetter, async ({ actor, params, body }) =>
      voidMade(deps, actor, params.id, body),
    ),
    route(contract.setMembershipFacts, async ({ actor, params, body }) =>
      enterMembership(deps, actor, params.id, body),
    ),
  ];
}
