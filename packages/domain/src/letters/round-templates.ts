import {
  letterKindWords,
  type RoundLetterKind,
  roundLetterKinds,
} from '@xuanpai/contracts/letter-kinds';
import type { RuleFault } from '../rule-fault.ts';

/** A version of a kind's template: an edition of the office's own, or null, the one that is shipped. */
export interface KindTemplate {
  kind: RoundLetterKind;
  edition: number | null;
}

/** `inUse`: the office's at present. A round that is prepared follows it until it is opened. */
export interface TemplateChoice {
  kind: RoundLetterKind;
  template: number | 'shipped' | 'inUse';
}

/** What each kind is printed with in a round; `kept`: later changes of the office's don't reach it. */
export function roundTemplates(
  kept: readonly KindTemplate[],
  inUse: readonly KindTemplate[],
): (KindTemplate & { kept: boolean })[] {
  return roundLetterKinds.map((kind) => {
    const own = kept.find((one) => one.kind === kind);
    const { edition } = own ?? inUse.find((one) => one.kind === kind) ?? { edition: null };
    return { kind, edition, kept: own !== undefined };
  });
}

/** What a round keeps after some kinds were chosen; the others stay. */
export function afterChoices(
  kept: readonly KindTemplate[],
  choices: readonly TemplateChoice[],
  inUse: readonly KindTemplate[],
  { opened }: { opened: boolean },
): KindTemplate[] {
  return roundLetterKinds.flatMap((kind) => {
    const before = kept.filter((one) => one.kind === kind);
    const chosen = choices.find((one) => one.kind === kind)?.template;
    if (chosen === undefined) return before;
    if (chosen === 'shipped') return [{ kind, edition: null }];
    if (chosen !== 'inUse') return [{ kind, edition: chosen }];
    if (!opened) return [];
    return [{ kind, edition: inUse.find((one) => one.kind === kind)?.edition ?? null }];
  });
}

/** Kinds chosen twice, and editions that there aren't; `editions` are the office's own. */
export function templateChoiceFaults(
  choices: readonly TemplateChoice[],
  editions: readonly KindTemplate[],
): RuleFault[] {
  return choices.flatMap(({ kind, template }, at) => {
    const { zh, en } = letterKindWords[kind];
    const fault = (field: string, code: string, message: RuleFault['message']): RuleFault => ({
      ...{ path: `templates.${at}.${field}`, code, message, basis: null },
      remedy: { zh: '请在模板的各版本里选一个。', en: 'Choose one of the template’s versions.' },
    });
    const isTwice = choices.findIndex((one) => one.kind === kind) < at;
    const isThere =
      typeof template === 'string' ||
      editions.some((one) => one.kind === kind && one.edition === template);
    return [
      ...(isTwice
        ? [fault('kind', 'twice', { zh: `${zh}选了两次。`, en: `${en}: chosen twice.` })]
        : []),
      ...(isThere
        ? []
        : [
            fault('template', 'unknownEdition', {
              zh: `${zh}没有第${template}版模板。`,
              en: `${en}: there is no version ${template} of its template.`,
            }),
          ]),
    ];
  });
}
