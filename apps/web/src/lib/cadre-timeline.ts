import type { CadreEvent } from '@xuanpai/contracts/cadres';
import { assignmentEventKindWords } from '@xuanpai/contracts/event-words';
import type { Json } from '@xuanpai/contracts/values';
import type { Word } from '@xuanpai/contracts/words';
import { appointmentKindWords, categoryWords, postWords } from '@xuanpai/contracts/words';
import { word } from '../locales/word.ts';
import type { Dictionary } from '../locales/zh-cn.ts';
import type { StateName } from '../ui/state-badge.tsx';
import { stateLooks } from '../ui/state-badge.tsx';
import type { TimelineItem } from '../ui/timeline.tsx';
import { assignmentEventStates } from './assignment-event-states.ts';
import { formatMonth } from './format.ts';
import { judgementStates } from './judgement-states.ts';
import { currentLanguage } from './language.ts';

const states: Record<CadreEvent['kind'], StateName> = {
  registered: 'done',
  corrected: 'agreed',
  nominated: 'done',
  judged: 'eligible',
  accepted: 'agreed',
  replaced: 'replacing',
  issued: 'issued',
  postStarts: 'arrived',
  postChanged: 'done',
  postEnds: 'expired',
};

function judgementState(code: Json | undefined): StateName {
  const known: Record<string, StateName> = judgementStates;
  return known[said(code)] ?? 'toVerify';
}

/** A person's events as lines of time; those after `day` are still ahead. */
export function cadreTimeline(
  events: readonly CadreEvent[],
  day: string,
  text: Dictionary,
): TimelineItem[] {
  return events.map((event, at) => {
    const ahead = event.on > day;
    return {
      key: `${event.on}.${event.kind}.${at}`,
      when: event.on,
      mark: ahead ? (['circle', 'grey'] as const) : stateLooks[stateOf(event)],
      title: titleOf(event, text),
      detail: detailOf(event, text),
      ahead,
    };
  });
}

function stateOf({ kind, params }: CadreEvent): StateName {
  if (kind === 'postChanged') return changeStates[said(params.change)] ?? 'done';
  return kind === 'judged' ? judgementState(params.judgement) : states[kind];
}

const changeStates: Record<string, StateName> = assignmentEventStates;

function titleOf({ kind, params }: CadreEvent, text: Dictionary): string {
  return kind === 'postChanged'
    ? coded(assignmentEventKindWords, params.change)
    : text.cadreEvents[kind];
}

function detailOf({ kind, params }: CadreEvent, all: Dictionary): string {
  const text = all.cadreEvents;
  const fact = (name: string) => said(params[name]);
  switch (kind) {
    case 'registered':
      return text.by(fact('by'));
    case 'corrected':
      return sentence([
        correction('joinedOn'),
        correction('fullMemberOn'),
        fact('document') && text.standsOn(fact('document')),
      ]);
    case 'nominated':
      return sentence([
        text.nominatedBy(fact('unit'), coded(categoryWords, params.category)),
        fact('replaces') && text.insteadOf(fact('replaces')),
      ]);
    case 'judged': {
      const presumed = fact('presumedFullMemberOn');
      return sentence([
        all.states[judgementState(params.judgement)],
        presumed && text.presumed(formatMonth(presumed)),
      ]);
    }
    case 'accepted':
      return fact('reason') && text.acceptedBy(fact('reason'), fact('by'));
    case 'replaced':
      return fact('by') && text.replacedBy(fact('by'), fact('reason'));
    case 'issued':
      return text.issuedAs(fact('documentNumber'), fact('village'), coded(postWords, params.post));
    case 'postStarts':
      return text.startsAs(
        fact('village'),
        coded(postWords, params.post),
        coded(appointmentKindWords, params.appointmentKind),
      );
    case 'postChanged':
      return sentence([
        fact('otherVillage') && text.movesTo(fact('village'), fact('otherVillage')),
        fact('by') && text.succeededBy(fact('by')),
        params.change === 'extended' ? text.until(fact('until')) : '',
        fact('reason'),
        fact('documentNumber'),
      ]);
    case 'postEnds':
      return text.endsAs(fact('village'), coded(postWords, params.post));
  }

  function correction(field: keyof typeof text.fields): string {
    const change = params[field];
    if (typeof change !== 'object' || change === null || Array.isArray(change)) return '';
    const [was, is] = [said(change.was), said(change.is)];
    const name = text.fields[field];
    return was === '' ? text.set(name, is) : text.wasIs(name, was, is);
  }
}

function said(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The word of a code, or the code itself where the list doesn't know it. */
function coded(words: Record<string, Word>, code: Json | undefined): string {
  const known = words[said(code)];
  return known ? word(known) : said(code);
}

function sentence(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(currentLanguage() === 'zh' ? '；' : '; ');
}
