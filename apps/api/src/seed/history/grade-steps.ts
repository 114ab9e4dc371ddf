import type { RecordKind, StepAct } from '@xuanpai/contracts/evaluation-step-words';
import type { StepPeople, StepPerson } from '@xuanpai/contracts/evaluation-steps';
import type { GradeCaseRow } from '@xuanpai/contracts/grade-cases';
import { roundLetterKinds } from '@xuanpai/contracts/letter-kinds';
import type { PlainDate } from '@xuanpai/contracts/values';
import { receiveFeedback, reviewLower } from './grade-remedies.ts';
import type { HistoryOffice } from './history-office.ts';
import { firstTownship } from './rounds.ts';

const day = (text: string) => text as PlainDate;

/** From the proposals of 2015 to the file; what is done already stays. */
export async function finishHistorySteps(
  office: HistoryOffice,
  batchId: string,
  roundId: string,
): Promise<void> {
  const steps = new Steps(office, roundId);
  await steps.note(
    'ownReport',
    day('2016-01-11'),
    '本人',
    '围绕任职村目标任务开展工作，见述职报告。',
  );
  await steps.note('townshipOpinion', day('2016-01-15'), '镇街党（工）委', '同意考核组意见。');
  await steps.note('unitOpinion', day('2016-01-18'), '派出单位', '同意考核组意见。');
  await steps.note('discipline', day('2016-01-20'), '区纪委', '未发现影响考核等次的问题。');
  await steps.check(day('2016-01-25'));
  await steps.note(
    'meeting',
    day('2016-01-27'),
    '区选派办主任办公会',
    null,
    '河选办纪要〔2016〕1号',
  );
  await steps.putUp(day('2016-01-28'));
  await steps.answerPublic(day('2016-01-29'), day('2016-02-02'));
  await steps.decide(day('2016-02-05'), '河选办〔2016〕1号');
  await steps.tell(day('2016-02-15'));
  await steps.note('form', day('2016-02-22'), '区选派办', null);
  await steps.feedBack(day('2016-02-24'), '河选办函〔2016〕1号');
  await receiveFeedback(office, roundId, day('2016-03-01'));
  await steps.note('file', day('2016-02-26'), '区选派办', null);
  await steps.makeLetters(batchId, day('2016-02-26'));
  await steps.answerAsked(day('2016-03-10'));
  await reviewLower(office, roundId);
}

/** 2016: a township first, of which all but the intended 优秀 are decided on and told. */
export async function decideFirst(office: HistoryOffice, roundId: string): Promise<void> {
  const steps = new Steps(office, roundId);
  const on = day('2017-01-06');
  const first = ({ townshipName }: StepPerson) => townshipName === firstTownship;
  const report = '围绕任职村目标任务开展工作，见述职报告。';
  await steps.note('ownReport', on, '本人', report, null, first);
  await steps.note('townshipOpinion', on, '镇街党（工）委', '同意考核组意见。', null, first);
  await steps.note('unitOpinion', on, '派出单位', '同意考核组意见。', null, first);
  await steps.note('discipline', on, '区纪委', '未发现影响考核等次的问题。', null, first);
  await steps.check(on, first);
  const meeting = '河选办纪要〔2017〕1号';
  await steps.note('meeting', day('2017-01-09'), '区选派办主任办公会', null, meeting, first);
  await steps.decide(day('2017-01-09'), '河选办〔2017〕1号');
  await steps.tell(day('2017-01-10'));
}

/** 2016: own reports are there, some opinions, a few proposals checked, and two 优秀 are put up. */
export async function beginHistorySteps(office: HistoryOffice, roundId: string): Promise<void> {
  const steps = new Steps(office, roundId);
  const on = day('2017-01-09');
  await steps.note('ownReport', on, '本人', '围绕任职村目标任务开展工作，见述职报告。');
  const early = ['郑旺镇', '汤头街道', '相公街道'];
  const ofEarly = ({ townshipName }: StepPerson) => early.includes(townshipName);
  await steps.note('townshipOpinion', on, '镇街党（工）委', '同意考核组意见。', null, ofEarly);
  const more = (person: StepPerson) => ofEarly(person) && person.unitName !== '区财政局';
  await steps.note('unitOpinion', on, '派出单位', '同意考核组意见。', null, more);
  await steps.note('discipline', on, '区纪委', '未发现影响考核等次的问题。', null, more);
  const today = day('2017-01-10');
  const next = ({ townshipName }: StepPerson) => townshipName === '汤头街道';
  await steps.check(today, next);
  const meeting = '河选办纪要〔2017〕2号';
  await steps.note('meeting', today, '区选派办主任办公会', null, meeting, next);
  await steps.putUp(today);
}

type Keep = (person: StepPerson) => boolean;
const all: Keep = () => true;

/** The steps of a round through the API, each for those whom it fits and who haven't had it. */
class Steps {
  readonly #office: HistoryOffice;
  readonly #path: string;
  readonly #roundId: string;

  constructor(office: HistoryOffice, roundId: string) {
    this.#office = office;
    this.#roundId = roundId;
    this.#path = `/api/evaluations/${roundId}`;
  }

  async #fitting(act: StepAct, who: 'office' | 'planner', keep = all): Promise<StepPerson[]> {
    const { items } = await this.#office.call<StepPeople>(who, 'GET', `${this.#path}/steps`);
    return items.filter((person) => person.acts.includes(act) && keep(person));
  }

  async note(
    kind: Exclude<RecordKind, 'check' | 'return'>,
    heldOn: PlainDate,
    by: string,
    text: string | null,
    document: string | null = null,
    keep = all,
  ): Promise<void> {
    this.#office.on(heldOn);
    const { prisma } = this.#office.deps.db;
    const noted = await prisma.evaluationRecord.findMany({
      where: { kind, person: { roundId: this.#roundId } },
      select: { personId: true },
    });
    const known = new Set(noted.map(({ personId }) => personId));
    const people = (await this.#fitting(kind, 'office', keep)).filter(({ id }) => !known.has(id));
    if (people.length === 0) return;
    await this.#office.call('office', 'POST', `${this.#path}/records`, {
      ...{ kind, personIds: people.map(({ id }) => id), heldOn, by },
      ...(text === null ? {} : { text }),
      ...(document === null ? {} : { document }),
    });
  }

  async check(on: PlainDate, keep = all): Promise<void> {
    this.#office.on(on);
    const people = await this.#fitting('check', 'planner', keep);
    if (people.length === 0) return;
    await this.#office.call('planner', 'POST', `${this.#path}/check`, { items: itemsOf(people) });
  }

  async putUp(startsOn: PlainDate): Promise<void> {
    this.#office.on(startsOn);
    const people = await this.#fitting('notice', 'office');
    if (people.length === 0) return;
    await this.#office.call('office', 'POST', `${this.#path}/notices`, {
      ...{ personIds: people.map(({ id }) => id), startsOn, place: '区政府网站、各村公开栏' },
    });
  }

  /** Somebody says something against the first who was put up, which isn't so. */
  async answerPublic(receivedOn: PlainDate, answeredOn: PlainDate): Promise<void> {
    const { prisma } = this.#office.deps.db;
    const notice = await prisma.gradeNotice.findFirst({
      where: { roundId: this.#roundId },
      include: { people: { orderBy: { personId: 'asc' }, take: 1 } },
    });
    const personId = notice?.people[0]?.personId;
    const said = await prisma.noticeObjection.findFirst({
      where: { on: { person: { roundId: this.#roundId } } },
    });
    if (!personId || said?.answer) return;
    this.#office.on(answeredOn);
    const { id } =
      said ??
      (await this.#office.call<{ id: string }>(
        'office',
        'POST',
        `${this.#path}/notice-objections`,
        {
          ...{ personId, receivedOn, from: '匿名来电', content: '反映其冬季在村时间不够' },
        },
      ));
    await this.#office.call('planner', 'POST', `/api/notice-objections/${id}/answer`, {
      ...{ version: 1, answer: 'unfounded', answeredOn },
      text: '经核对考勤和走访群众，反映不实',
    });
  }

  async decide(decidedOn: PlainDate, document: string): Promise<void> {
    this.#office.on(decidedOn);
    const people = await this.#fitting('decide', 'planner');
    if (people.length === 0) return;
    await this.#office.call('planner', 'POST', `${this.#path}/decide`, {
      ...{ items: itemsOf(people), decidedOn, document },
    });
  }

  /** One refuses to sign, those graded lower and one more object; all are told nevertheless. */
  async tell(toldOn: PlainDate): Promise<void> {
    this.#office.on(toldOn);
    const people = (await this.#fitting('tell', 'office')).filter(({ told }) => told === null);
    if (people.length === 0) return;
    const lower = people.filter(({ grade }) => grade !== 'excellent').map(({ id }) => id);
    const asks = people.filter(({ grade }) => grade === 'basicallyQualified').map(({ id }) => id);
    const [objects, refuses] = toldOn < '2017-01-01' ? lower : [];
    const others = [objects, refuses, ...asks];
    const agree = people.map(({ id }) => id).filter((id) => !others.includes(id));
    const tell = (personIds: (string | undefined)[], body: object) =>
      this.#office.call('office', 'POST', `${this.#path}/told`, { personIds, toldOn, ...body });
    if (agree.length > 0) await tell(agree, { manner: 'agreed' });
    if (objects) {
      await tell([objects], { manner: 'objected', statement: '本人认为应评为优秀' });
      await this.#office.call('office', 'POST', `/api/evaluation-people/${objects}/cases`, {
        ...{ kind: 'objection', askedOn: toldOn, reason: '帮扶项目成效没有计入' },
      });
    }
    if (asks.length > 0)
      await tell(asks, { manner: 'objected', statement: '对等次不服，将申请复核' });
    if (refuses) await tell([refuses], { manner: 'refused', witness: '周立新、吴桂芝' });
  }

  async feedBack(sentOn: PlainDate, document: string): Promise<void> {
    this.#office.on(sentOn);
    const people = await this.#fitting('feedback', 'office');
    if (people.length === 0) return;
    const body = { personIds: people.map(({ id }) => id), sentOn, document };
    await this.#office.call('office', 'POST', `${this.#path}/feedback`, body);
  }

  async makeLetters(batchId: string, date: PlainDate): Promise<void> {
    this.#office.on(date);
    const decided = await this.#fitting('feedback', 'office');
    if (decided.length === 0) return;
    for (const kind of roundLetterKinds) {
      await this.#office.call('office', 'POST', `/api/batches/${batchId}/letters`, {
        ...{ kind, roundId: this.#roundId, subjectIds: null, date, leaveOutIncomplete: true },
      });
    }
  }

  /** What was objected to is answered by a change: told again, but not yet fed back again. */
  async answerAsked(decidedOn: PlainDate): Promise<void> {
    const { items } = await this.#office.call<{ items: GradeCaseRow[] }>(
      'office',
      'GET',
      `${this.#path}/cases`,
    );
    const open = items.find(({ result }) => result === null);
    if (!open) return;
    this.#office.on(decidedOn);
    await this.#office.call('planner', 'POST', `/api/grade-cases/${open.id}/settle`, {
      ...{ version: open.version, result: 'changed', newGrade: 'excellent', decidedOn },
      ...{ text: '补充核实项目成效后改定', document: '河选办〔2016〕6号' },
    });
    await this.#office.call('office', 'POST', `${this.#path}/told`, {
      ...{ personIds: [open.personId], toldOn: decidedOn, manner: 'agreed' },
    });
  }
}

function itemsOf(people: readonly StepPerson[]) {
  return people.map(({ id, version }) => ({ id, version }));
}
