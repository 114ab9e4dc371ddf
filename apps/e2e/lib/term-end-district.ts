import { IssuedDistrict } from './issued-district.ts';

type Call = IssuedDistrict['call'];

/** Somebody in post to the last day. */
export interface TermEndPost {
  cadreName: string;
  unitName: string;
  post: string;
  villageId: string;
  villageName: string;
  townshipId: string;
}

interface Sheet {
  villageId: string;
  version: number;
  cells: { measureKey: string; asked: boolean }[];
}

interface Sheets {
  measures: { key: string; kind: string }[];
  sheets: Sheet[];
}

/** Two first secretaries at the end of their term: the village of one has reached everything. */
interface TermEndDistrict {
  done: TermEndPost;
  undone: TermEndPost;
  /** What comes before the proposal for who is done: the evaluators’ team, the township’s opinion. */
  prepareRound: (roundId: string) => Promise<void>;
  /** What lies between check and decision: the meeting, and the public notice. */
  putUp: (roundId: string) => Promise<void>;
}

/** What both are evaluated by: the steps of the office; enterprises’ people as institutions’. */
const policy = {
  'evaluation.steps': {
    ...{ ownReport: false, visit: false, opinions: true, discipline: false, proposal: true },
    ...{ meeting: true, publicNotice: true, decision: true, told: false, form: false, file: false },
  },
  'evaluation.gradeSets': {
    ...{ administrative: 'civilServant', civilReference: 'civilServant' },
    ...{ institution: 'institution', enterprise: 'institution' },
  },
};

/** 郑旺镇 has reported the last quarter of two villages: of one the service centre isn’t built yet. */
export async function termEndDistrict(url: string): Promise<TermEndDistrict> {
  const district = await IssuedDistrict.of(url);
  const call: Call = district.call.bind(district);
  const { items } = await call<{ items: { id: string }[] }>('planner', 'GET', '/api/batches');
  const batchId = items[0]?.id ?? '';
  await setPolicy(call, batchId);
  const ends = await call<{ items: TermEndPost[] }>(
    'officer',
    'GET',
    '/api/term-ends?pageSize=200',
  );
  const first = (village: string) => {
    const found = ends.items.find(
      ({ villageName, post }) => villageName === village && post === 'firstSecretary',
    );
    if (!found) throw new Error(`nobody in post in ${village}`);
    return found;
  };
  const [done, undone] = [first('林家郑旺村'), first('芦沟崖村')];
  await reportTargets(call, { batchId, done, undone });
  const personOf = async (roundId: string) => {
    const path = `/api/evaluations/${roundId}/people?q=${encodeURIComponent(done.cadreName)}`;
    const found = await call<{ items: { id: string; villageId: string }[] }>('office', 'GET', path);
    return found.items.find(({ villageId }) => villageId === done.villageId)?.id ?? '';
  };
  return {
    ...{ done, undone },
    async prepareRound(roundId) {
      const path = `/api/evaluations/${roundId}`;
      const personIds = [await personOf(roundId)];
      const { evaluators } = await call<{ evaluators: { id: string; name: string }[] }>(
        ...(['office', 'GET', `${path}/teams`] as const),
      );
      await call('office', 'POST', `${path}/teams`, {
        name: '第一组',
        memberIds: evaluators.filter(({ name }) => name === '周立新').map(({ id }) => id),
        villageIds: [done.villageId],
      });
      const opinion = { kind: 'townshipOpinion', heldOn: '2017-05-08', by: '郑旺镇党委' };
      await call('head', 'POST', `${path}/records`, { ...opinion, personIds, text: '同意' });
    },
    async putUp(roundId) {
      const path = `/api/evaluations/${roundId}`;
      const personIds = [await personOf(roundId)];
      const meeting = { kind: 'meeting', heldOn: '2017-05-12', by: '区选派办主任办公会' };
      await call('planner', 'POST', `${path}/records`, { ...meeting, personIds });
      const notice = { startsOn: '2017-05-15', place: '区政府网站' };
      await call('planner', 'POST', `${path}/notices`, { ...notice, personIds });
    },
  };
}

async function setPolicy(call: Call, batchId: string): Promise<void> {
  const path = `/api/batches/${batchId}/policy`;
  const { version } = await call<{ version: number }>('planner', 'GET', path);
  await call('planner', 'POST', path, {
    ...{ effectiveFrom: '2015-06-01', reason: '期满考核只走办公室的步骤', version },
    changes: Object.entries(policy).map(([key, value]) => ({ key, value })),
  });
}

interface Reported {
  batchId: string;
  done: TermEndPost;
  undone: TermEndPost;
}

async function reportTargets(call: Call, { batchId, done, undone }: Reported): Promise<void> {
  const path = `/api/targets/sheets/${done.townshipId}/2017Q1`;
  const read = async () => {
    const all = await call<Sheets>('officer', 'GET', `${path}?batchId=${batchId}`);
    const own = [done.villageId, undone.villageId];
    return { ...all, sheets: all.sheets.filter(({ villageId }) => own.includes(villageId)) };
  };
  const { measures, sheets } = await read();
  const kindOf = new Map(measures.map(({ key, kind }) => [key, kind]));
  const changes = sheets.flatMap(({ villageId, cells }) =>
    cells
      .filter(({ asked }) => asked)
      .map(({ measureKey }) => {
        const answers = kindOf.get(measureKey) === 'yesNo';
        const reached = measureKey !== 'serviceCentre' || villageId === done.villageId;
        const is = { value: answers ? null : '90', answer: answers ? reached : null, note: null };
        return { villageId, measureKey, was: null, is };
      }),
  );
  await call('officer', 'PATCH', path, { batchId, changes });
  for (const [who, act] of [
    ['officer', 'submit'],
    ['head', 'confirm'],
  ] as const) {
    const villages = (await read()).sheets.map(({ villageId, version }) => ({
      villageId,
      version,
    }));
    await call(who, 'POST', `${path}/${act}`, { batchId, villages });
  }
}
