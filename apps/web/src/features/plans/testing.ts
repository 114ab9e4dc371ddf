import type { Plan } from '@xuanpai/contracts/plans';

/** For tests only: two villages of one township, three people, one place empty. */
const township = '00000000-0000-7000-8000-0000000000a1';

function person(cadreId: string, tier: 'district' | 'township'): Plan['cadres'][number] {
  return {
    cadreId,
    nominationId: `n-${cadreId}`,
    name: cadreId,
    unitId: 'unit',
    unitName: '区司法局',
    townshipId: tier === 'township' ? township : null,
    tier,
    category: tier === 'township' ? 'leadingBody' : 'sectionCadre',
    rank: 'clerk',
    speciality: 'general',
    position: '副镇长',
    homeTownship: null,
    eligible: true,
  };
}

export const plan = {
  id: 'plan',
  batchId: 'batch',
  name: '方案一',
  status: 'draft',
  score: 100,
  districtScore: 60,
  townshipScore: 40,
  bound: null,
  optimal: false,
  filled: 2,
  solvedAt: null,
  solvedMilliseconds: null,
  proofMilliseconds: null,
  createdAt: '2015-04-24T01:00:00.000Z',
  createdByName: '王晓东',
  documentNumber: null,
  issuedAt: null,
  basedOnId: null,
  replansOn: null,
  weightChanges: null,
  version: 1,
  places: [
    place('lead', 'v1', 'district', 'firstSecretary', '孟琳鹏', true),
    place('deputy', 'v1', 'district', 'deputySecretary', null),
    place('only', 'v2', 'township', 'firstSecretary', '高宇波'),
  ],
  villages: [village('v1', 'district'), village('v2', 'township')],
  cadres: [
    person('孟琳鹏', 'district'),
    person('毛琳辉', 'district'),
    person('高宇波', 'township'),
  ],
  townships: [{ id: township, name: '郑旺镇' }],
  splitUnits: [],
  pairs: 0,
  findings: [
    finding('deputyMissing', 'blocks', 'v1', 'deputy'),
    finding('homeTownship', 'warns', 'v2', 'only'),
  ],
  unfilled: [],
  approval: null,
  needsConfirmation: true,
  openRunId: null,
} satisfies Plan;

function place(
  id: string,
  villageId: string,
  tier: 'district' | 'township',
  post: Plan['places'][number]['post'],
  cadreId: string | null,
  pinned = false,
): Plan['places'][number] {
  return { id, villageId, tier, post, cadreId, pinned, emptyReason: null };
}

function village(villageId: string, tier: 'district' | 'township'): Plan['villages'][number] {
  return {
    villageId,
    name: villageId,
    townshipId: township,
    tier,
    kinds: ['weakLax'],
    poor: true,
    score: 50,
    parts: [{ kind: 'match', value: 50, cadreId: null }],
  };
}

function finding(
  code: string,
  weight: 'blocks' | 'warns',
  villageId: string,
  placeId: string,
): Plan['findings'][number] {
  const basis = { kind: 'notice', source: '二（四）' } as const;
  return { code, weight, villageId, placeId, cadreId: null, unitId: null, message: code, basis };
}
