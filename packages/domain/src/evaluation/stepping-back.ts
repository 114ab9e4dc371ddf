import type { StepAct } from '@xuanpai/contracts/evaluation-step-words';
import type { TieKind } from '@xuanpai/contracts/evaluation-words';
import type { Basis } from '@xuanpai/contracts/problems';
import type { Text } from '@xuanpai/contracts/text';
import type { RelativeKind } from '@xuanpai/contracts/values';
import { relativeKindWords } from '@xuanpai/contracts/words';
import type { RuleFault } from '../rule-fault.ts';

/** An evaluator and a person of a round between whom there is a tie. */
export interface TiedPair {
  userName: string;
  cadreName: string;
  unitName: string;
  villageName: string;
  kind: TieKind;
  relation: RelativeKind | null;
  /** What the tie is to: the person, their unit or their village. */
  to: 'cadre' | 'unit' | 'village';
}

const basis: Basis = { kind: 'reading', source: '参照《中华人民共和国公务员法》公务回避' };

/** Why somebody steps back from a person: a tie of their own, or only that the unit is theirs too. */
export type StepBack = 'personal' | 'ownUnit';

const opinions: readonly StepAct[] = ['townshipOpinion', 'unitOpinion', 'committeeOpinion'];

/**
 * E8: whether a tie keeps somebody from an act on a person, from the entry to the file. Opinions are
 * those of the person's own unit and township: from them only kin and interest keep.
 */
export function keptFrom(act: StepAct | 'entry', back: StepBack): boolean {
  return back === 'personal' || !opinions.some((one) => one === act);
}

/** Said to whoever acts all the same; of several people each is named. */
export function keptFromFault({ id, name }: { id: string; name: string }): RuleFault {
  return {
    ...{ path: id, code: 'stepBack', basis },
    message: { zh: `您与${name}应当回避。`, en: `You step back from ${name}.` },
    remedy: { zh: '请由其他人员办理。', en: 'Somebody else goes on with it.' },
  };
}

/** Why something isn't open to whoever steps back from somebody. */
export function keptFromText(name: string): Text {
  const { message, remedy } = keptFromFault({ id: '', name });
  return { zh: message.zh + (remedy?.zh ?? ''), en: `${message.en} ${remedy?.en ?? ''}`.trim() };
}

/** Said on a document without those whom whoever takes it steps back from; null: nobody was left out. */
export function leftOutText(backs: readonly StepBack[]): Text | null {
  if (backs.length === 0) return null;
  const personal = backs.filter((back) => back === 'personal').length;
  const ownUnit = backs.length - personal;
  const zh = [
    personal > 0 ? `亲属或利害关系${personal}名` : '',
    ownUnit > 0 ? `同一单位${ownUnit}名` : '',
  ];
  const en = [
    personal > 0 ? `kin or interest ${personal}` : '',
    ownUnit > 0 ? `own unit ${ownUnit}` : '',
  ];
  const said = (parts: readonly string[], comma: string) => parts.filter(Boolean).join(comma);
  return {
    zh: `制表人应当回避的${backs.length}名没有列入（${said(zh, '，')}），由其他人员办理。`,
    en: `Left out: ${backs.length} whom the person taking this steps back from (${said(en, ', ')}).`,
  };
}

/** E8: the pairs that can't be assigned, each with the reason. A home village only warns. */
export function steppingBackFaults(pairs: readonly TiedPair[], path: string): RuleFault[] {
  return pairs
    .filter(({ kind }) => kind !== 'home')
    .map((pair) => ({
      ...{ path, code: 'stepBack', message: pairText(pair), basis },
      remedy: {
        zh: '请把该村交给别的组，或调整本组人员。',
        en: 'Give the village to another team, or change the members.',
      },
    }));
}

/** What is said of a pair that is assigned all the same: the page stays closed, or it is a hint. */
export function pairText(pair: TiedPair): Text {
  const { userName, cadreName, villageName } = pair;
  const why = reasonOf(pair);
  return pair.kind === 'home'
    ? {
        zh: `${userName}家在${villageName}，请注意。`,
        en: `${userName} comes from ${villageName}.`,
      }
    : {
        zh: `${userName}与${villageName}${cadreName}应当回避：${why.zh}。`,
        en: `${userName} steps back from ${cadreName} of ${villageName}: ${why.en}.`,
      };
}

function reasonOf({ kind, relation, to, unitName, villageName }: TiedPair): Text {
  if (kind === 'unit') return { zh: `同属${unitName}`, en: `both of ${unitName}` };
  if (kind === 'relative' && relation !== null) {
    const word = relativeKindWords[relation];
    const there =
      to === 'village' ? { zh: '在该村任职', en: ' in office there' } : { zh: '', en: '' };
    return { zh: `${word.zh}关系${there.zh}`, en: `kin (${word.en.toLowerCase()})${there.en}` };
  }
  const with_ = { cadre: { zh: '本人', en: 'the person' }, unit: unitName, village: villageName }[
    to
  ];
  const [zh, en] = typeof with_ === 'string' ? [with_, with_] : [with_.zh, with_.en];
  return { zh: `与${zh}有利害关系`, en: `own interest in ${en}` };
}
