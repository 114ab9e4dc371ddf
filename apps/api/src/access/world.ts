import type { Role } from '@xuanpai/contracts/values';
import { unitKeys } from '../lib/records/unit.ts';
import { accepted } from '../testing-plans.ts';
import {
  addAssignment,
  addCadre,
  type SmallDistrict,
  startSmallDistrict,
} from '../testing-registers.ts';

/** Whose a row is: a township's own people, or those of a unit. */
export type Owner = keyof SmallDistrict['units'];

/** Users of the district by name, with the role that each has. */
export const people = {
  planner: 'planner',
  office: 'office',
  officer: 'officer',
  officer2: 'officer',
  head: 'head',
  evaluator: 'evaluator',
  inspector: 'inspector',
  liaison: 'liaison',
  leader: 'leader',
  admin: 'admin',
  auditor: 'auditor',
} as const satisfies Record<string, Role>;
export type Person = keyof typeof people;

/** Whose rows are a person's own, and whose are somebody else's; null where the district is one's own. */
export function ownersFor(person: Person): { own: Owner; foreign: Owner | null } {
  switch (person) {
    case 'officer':
    case 'head':
      return { own: '郑旺镇党委', foreign: '朝阳街道党工委' };
    case 'officer2':
      return { own: '朝阳街道党工委', foreign: '郑旺镇党委' };
    case 'liaison':
      return { own: '区财政局', foreign: '区水利局' };
    default:
      return { own: '区水利局', foreign: null };
  }
}

type ByOwner = Record<Owner, string>;
type Posted = 'ofWaterInZhengwang' | 'ofFinanceInChaoyang';

/** A district with a row of each kind for each owner, and who is to see it. Ids by owner. */
export interface World {
  district: SmallDistrict;
  cadres: ByOwner;
  /** 区水利局's in 大尤家村 of 郑旺镇; 区财政局's in 养马庄村 of 朝阳街道. */
  posted: Record<Posted, string>;
  villages: ByOwner;
  nominations: ByOwner;
  assignments: ByOwner;
  /** A draft plan, its first place, and a run that is over. */
  planId: string;
  placeId: string;
  runId: string;
}

/** An id that nothing has. */
export const nobody = '01890a5d-ac96-774b-bcce-b302099a8057';

export async function startWorld(): Promise<World> {
  const district = await startSmallDistrict();
  const { office, units, villages } = district;
  const ofOwner = async (make: (owner: Owner) => Promise<string>) => {
    const entries = [];
    for (const owner of Object.keys(units) as Owner[]) entries.push([owner, await make(owner)]);
    return Object.fromEntries(entries) as ByOwner;
  };
  const cadres = await ofOwner((owner) => newPerson(district, owner, '欧'));
  const nominations = await ofOwner((owner) => addNomination(district, owner, cadres[owner]));
  const posted = {
    ofWaterInZhengwang: await newPerson(district, '区水利局', '欧'),
    ofFinanceInChaoyang: await newPerson(district, '区财政局', '欧'),
  };
  const { ofWaterInZhengwang, ofFinanceInChaoyang } = posted;
  const inZhengwang = await addAssignment(district, ofWaterInZhengwang, villages.大尤家村);
  const inChaoyang = await addAssignment(district, ofFinanceInChaoyang, villages.养马庄村);
  const plan = await newPlan(district);
  const run = await office.db.prisma.planRun.create({
    data: { ...overRun(plan.version), planId: plan.id },
  });
  return {
    district,
    cadres,
    posted,
    // A unit's own villages are those where its people are posted.
    villages: {
      郑旺镇党委: villages.友谊村,
      朝阳街道党工委: villages.前杨墩村,
      区财政局: villages.养马庄村,
      区水利局: villages.大尤家村,
    },
    nominations,
    assignments: {
      郑旺镇党委: inZhengwang,
      区水利局: inZhengwang,
      朝阳街道党工委: inChaoyang,
      区财政局: inChaoyang,
    },
    planId: plan.id,
    placeId: plan.places[0].id,
    runId: run.id,
  };
}

let serial = 0;
/** A name that nobody else has; the world's first people are found together by `欧`. */
export const newName = (surname = '新') =>
  `${surname}${String.fromCodePoint(0x4e00 + 7 * serial++)}`;

export function newPerson(
  { office, units }: SmallDistrict,
  owner: Owner,
  surname?: string,
): Promise<string> {
  return addCadre(office, units[owner], { name: newName(surname) });
}

export async function addNomination(
  { office, units, batchId }: SmallDistrict,
  owner: Owner,
  cadreId: string,
): Promise<string> {
  const ofTownship = owner.endsWith('委');
  const { id } = await office.db.prisma.nomination.create({
    data: {
      ...{ batchId, cadreId, unitId: units[owner] },
      tier: ofTownship ? 'township' : 'district',
      category: ofTownship ? 'leadingBody' : 'sectionCadre',
    },
  });
  return id;
}

export async function newPlan({ office, batchId }: SmallDistrict) {
  return accepted(await office.as('planner').post(`/api/batches/${batchId}/plans`)).body;
}

/** A unit without people, held for by nobody. */
export async function newUnit({ office }: SmallDistrict): Promise<string> {
  const name = `单位${newName()}`;
  const data = { name, kind: 'partyGovernment' as const, strengths: [], ...unitKeys({ name }) };
  return (await office.db.prisma.unit.create({ data })).id;
}

export async function newBatch({ office }: SmallDistrict): Promise<string> {
  const dates = { date: '2015-04-24', startsOn: '2015-06-01', endsOn: '2017-05-31' };
  const body = { name: `批次${newName()}`, ...dates };
  return accepted(await office.as('planner').post('/api/batches', body)).body.id;
}

/** A further session of somebody, without the password's cost: gives id and access token. */
export async function newSession({ office }: SmallDistrict, person: Person) {
  const { prisma } = office.db;
  const { id: userId } = await prisma.user.findUniqueOrThrow({ where: { username: person } });
  const expiresAt = new Date(Date.now() + 86_400_000);
  const { id } = await prisma.session.create({
    data: { userId, tokenHash: '', expiresAt, address: '127.0.0.1', userAgent: 'test' },
  });
  const token = office.app.jwt.sign({ sub: userId, sid: id, kind: 'access' });
  return { id, token };
}

function overRun(planVersion: number) {
  const at = new Date();
  return {
    ...{ seed: 1, status: 'done' as const, planVersion, progress: 1 },
    ...{ startedAt: at, finishedAt: at, startedByName: '某' },
  };
}
