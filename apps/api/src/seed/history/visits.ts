import type {
  BallotContent,
  BallotPerson,
  BallotSheet,
  BallotVillage,
} from '@xuanpai/contracts/ballots';
import { type VoterGroup, voterGroups } from '@xuanpai/contracts/evaluation-words';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { VisitItem } from '@xuanpai/contracts/visits';
import { ballotCells, cellOf, withCell } from '@xuanpai/domain/evaluation/ballots';
import { addDays } from '@xuanpai/domain/office/plain-date';
import type { HistoryOffice } from './history-office.ts';
import type { HistoryYear } from './rounds.ts';

/** When the teams went to the villages: so many a day from then on. */
const starts = { 2015: '2016-01-05', 2016: '2017-01-04' } as const;
const villagesADay = { 2015: 5, 2016: 8 } as const;

/** How far the village has come; of 2015 every one to the end. */
type Stage = 'nothing' | 'visited' | 'firstCount' | 'differs' | 'settled' | 'done';

const stages2016: readonly Stage[] = [
  ...(['done', 'done', 'done', 'firstCount', 'done', 'visited', 'nothing', 'nothing'] as const),
];

function stageOf(year: HistoryYear, at: number): Stage {
  if (year === 2015) return 'done';
  if (at === 9) return 'differs';
  return at === 2 ? 'settled' : (stages2016[at % stages2016.length] ?? 'nothing');
}

/** 座谈和测评 of a round, by its evaluators: all of 2015, about half of 2016; what is there stays. */
export async function holdVisits(
  office: HistoryOffice,
  roundId: string,
  year: HistoryYear,
): Promise<void> {
  let serial = 0;
  for (const who of ['evaluator', 'evaluator2']) {
    const path = `/api/evaluations/${roundId}/visits`;
    const { items } = await office.call<{ items: VisitItem[] }>(who, 'GET', path);
    for (const [at, village] of items.entries()) {
      serial += 1;
      const stage = stageOf(year, at);
      if (stage === 'nothing') continue;
      const day = addDays(starts[year] as PlainDate, Math.floor(at / villagesADay[year]));
      office.on(day);
      const visit = { office, roundId, who, village, day, serial };
      if (!village.complete) await hold(visit);
      if (stage !== 'visited') await count(visit, year, stage);
    }
  }
}

interface Held {
  office: HistoryOffice;
  roundId: string;
  who: string;
  village: VisitItem;
  day: PlainDate;
  /** Makes figures and words differ from village to village. */
  serial: number;
}

const chairs = ['周立新', '吴桂芝'] as const;
const tellers = ['刘洪亮', '孙丽', '马建国', '陈秀英', '李长青'] as const;
const done = [
  '硬化村内道路，解决了出行难',
  '牵头成立合作社，带动种植大户',
  '常到户里走访，有事能找到人',
  '帮助完善了村务公开和议事制度',
  '争取资金维修了机井和水渠',
];
const wanting = [
  '村集体增收的路子还要再宽些',
  '对年轻党员的培养还不够',
  '项目推进的节奏可以再快些',
];
const advice = ['把已定的项目盯到底', '多帮村里引进懂经营的人', '建好的设施要有人管'];

const pick = <Item>(from: readonly Item[], at: number) => from[at % from.length] as Item;

/** How many of a group came; of some villages' township cadres fewer than are shown. */
function presentAt(serial: number, group: VoterGroup): number {
  const spread: Readonly<Record<VoterGroup, readonly [number, number]>> = {
    villageCommittees: [5, 3],
    partyMembers: [17, 13],
    representatives: [10, 6],
    townshipCadres: [4, 3],
  };
  const [least, range] = spread[group];
  return least + ((serial * 7 + voterGroups.indexOf(group) * 5) % range);
}

async function hold({ office, roundId, who, village, day, serial }: Held): Promise<void> {
  const { villageId, villageName } = village;
  const { villages } = await office.call<BallotSheet>(
    ...([who, 'GET', `/api/evaluations/${roundId}/ballots?villageId=${villageId}`] as const),
  );
  const people = (villages[0]?.people ?? []).filter(({ state }) => state === 'entering');
  const opinion = (person: BallotPerson, at: number) => [
    {
      ...{ field: 'opinion', personId: person.personId, question: 'results', was: null },
      is: `${pick(done, serial + at)}\n${pick(done, serial + at + 2)}`,
    },
    {
      ...{ field: 'opinion', personId: person.personId, question: 'shortcomings', was: null },
      is: pick(wanting, serial + at),
    },
    {
      ...{ field: 'opinion', personId: person.personId, question: 'advice', was: null },
      is: pick(advice, serial + at),
    },
  ];
  const isFirst = who === 'evaluator';
  const facts = {
    ...{ heldOn: day, place: `${villageName}村委会`, host: pick(chairs, isFirst ? 0 : 1) },
    ...{ recorder: pick(chairs, isFirst ? 1 : 0), teller: pick(tellers, serial) },
    scrutineer: pick(tellers, serial + 2),
  };
  await office.call(who, 'PATCH', `/api/evaluations/${roundId}/visits/${villageId}`, {
    changes: [
      ...Object.entries(facts).map(([field, is]) => ({ field, was: null, is })),
      ...voterGroups.map((group) => ({
        ...{ field: 'present', group, was: null, is: presentAt(serial, group) },
      })),
      ...people.flatMap(opinion),
    ],
  });
}

async function count(held: Held, year: HistoryYear, stage: Stage): Promise<void> {
  const { office, roundId, who, village } = held;
  const path = `/api/evaluations/${roundId}/ballots`;
  const read = async (by: string): Promise<BallotVillage | null> => {
    const url = `${path}?villageId=${village.villageId}`;
    const { villages } = await office.call<BallotSheet>(by, 'GET', url);
    return villages[0] ?? null;
  };
  const act = (by: string, what: string, body: object = {}) =>
    office.call<BallotVillage>(by, 'POST', `${path}/${village.villageId}/${what}`, body);
  const seen = await read(who);
  if (!seen || seen.people.every(({ complete }) => complete) || seen.counts.length === 2) return;
  const changes = changesOf(seen, held);
  if (changes.length > 0) await office.call(who, 'PATCH', path, { changes });
  if (year === 2015 || stage === 'firstCount') return;
  if (!seen.counts.some(({ mine, finished }) => mine && finished)) await act(who, 'finish');
  // The office enters the second count: a team has one evaluator.
  const other = await read('office');
  if (!other) return;
  const off = stage === 'differs' || stage === 'settled';
  const again = changesOf(other, held, off);
  await office.call('office', 'PATCH', path, { changes: again });
  await act('office', 'finish');
  if (stage !== 'settled') return;
  const both = await read(who);
  const lines = (both?.people ?? []).flatMap(({ personId, lines: all }) =>
    all.flatMap(({ group, counts }) =>
      counts?.[0] ? [{ personId, group, content: counts[0].content }] : [],
    ),
  );
  if (lines.length > 0) await act(who, 'settle', { lines });
}

/** Every cell of everybody that is still empty; `off`: with one ballot read as another grade. */
function changesOf({ people }: BallotVillage, { serial }: Held, off = false) {
  return people
    .filter(({ state }) => state === 'entering')
    .flatMap((person, at) =>
      person.lines.flatMap(({ group, content, state }) => {
        if (state !== 'empty') return [];
        const questions = content?.answers.length ?? 3;
        const right = tallyOf(serial * 3 + at, group, presentAt(serial, group), questions);
        const is = off && at === 0 && group === 'partyMembers' ? misread(right) : right;
        return ballotCells(questions).map((cell) => ({
          ...{ personId: person.personId, group, cell, was: null, is: cellOf(is, cell) ?? 0 },
        }));
      }),
    );
}

/** A tally as such meetings have them: most ballots for the best or the second grade. */
function tallyOf(
  seed: number,
  group: VoterGroup,
  issued: number,
  questions: number,
): BallotContent {
  const spoilt = group === 'partyMembers' && seed % 6 === 0 ? 1 : 0;
  const valid = issued - spoilt;
  const spread = (share: number, salt: number) => {
    const first = Math.min(valid, Math.round((valid * share) / 100));
    const rest = valid - first;
    const third = (seed + salt) % 5 === 0 ? Math.min(1, rest) : 0;
    const abstained = (seed + salt) % 7 === 3 ? Math.min(1, rest - third) : 0;
    return { first, second: rest - third - abstained, third, fourth: 0, abstained };
  };
  const share = 52 + ((seed * 13 + voterGroups.indexOf(group) * 4) % 40);
  return {
    figures: { issued, returned: issued, valid, void: spoilt, ...spread(share, 0) },
    answers: Array.from({ length: questions }, (_, at) => spread(share + 5 - at * 3, at + 1)),
  };
}

function misread(content: BallotContent): BallotContent {
  const { first, second } = content.figures;
  return withCell(withCell(content, 'first', (first ?? 1) - 1), 'second', (second ?? 0) + 1);
}
