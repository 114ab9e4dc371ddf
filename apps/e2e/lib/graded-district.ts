import { IssuedDistrict } from './issued-district.ts';

interface Post {
  id: string;
  cadreId: string;
  cadreName: string;
  unitId: string;
  unitName: string;
  version: number;
}

interface InRound {
  id: string;
  cadreName: string;
  version: number;
}

/**
 * For tests of what grades lead to: the posts of 区财政局, with two annual rounds in which the unit
 * graded one of them 优秀, as it does for who was too short in post.
 */
export async function gradedDistrict(url: string): Promise<{ batchId: string; posts: Post[] }> {
  const district = await IssuedDistrict.of(url);
  const call = district.call.bind(district);
  const { items } = await call<{ items: { id: string }[] }>('planner', 'GET', '/api/batches');
  const batchId = items[0]?.id ?? '';
  const posts = await postsOf(district, batchId);
  const [graded] = posts;
  if (!graded) throw new Error('区财政局 has nobody in post');
  await chooseSets(district, batchId);
  for (const year of [2015, 2016]) {
    const of = { batchId, kind: 'annual', year };
    const round = await call<{ id: string; version: number }>(
      'office',
      'POST',
      '/api/evaluations',
      of,
    );
    const path = `/api/evaluations/${round.id}`;
    await call('office', 'POST', `${path}/open`, { version: round.version });
    const found = await call<{ items: InRound[] }>('office', 'GET', `${path}/people?pageSize=200`);
    const person = found.items.find(({ cadreName }) => cadreName === graded.cadreName);
    if (!person) throw new Error(`${graded.cadreName} is in no round of ${year}`);
    const on = `/api/evaluation-people/${person.id}`;
    const byUnit = {
      standing: 'byUnit',
      ground: '借调期间由派出单位考核',
      version: person.version,
    };
    const { version } = await call<InRound>('office', 'POST', `${on}/standing`, byUnit);
    const grade = { grade: 'excellent', document: '财党组〔2017〕1号', version };
    await call('office', 'POST', `${on}/unit-grade`, grade);
  }
  return { batchId, posts };
}

async function postsOf(district: IssuedDistrict, batchId: string): Promise<Post[]> {
  const path = `/api/assignments?batchId=${batchId}&pageSize=200&q=${encodeURIComponent('区财政局')}`;
  const { items } = await district.call<{ items: Post[] }>('planner', 'GET', path);
  return items.filter(({ unitName }) => unitName === '区财政局');
}

/** E3: enterprises' people are graded as the policy chooses, before a round opens. */
async function chooseSets(district: IssuedDistrict, batchId: string): Promise<void> {
  const path = `/api/batches/${batchId}/policy`;
  const { version } = await district.call<{ version: number }>('planner', 'GET', path);
  const value = {
    ...{ administrative: 'civilServant', civilReference: 'civilServant' },
    ...{ institution: 'institution', enterprise: 'institution' },
  };
  await district.call('planner', 'POST', path, {
    ...{ effectiveFrom: '2015-06-01', reason: '企业人员参照事业单位', version },
    changes: [{ key: 'evaluation.gradeSets', value }],
  });
}

/** Another of the unit follows in a post; gives the name. */
export async function replaced(url: string, post: Post, from: string): Promise<string> {
  const district = await IssuedDistrict.of(url);
  const name = '向前进';
  const cadre = await district.call<{ id: string }>('planner', 'POST', '/api/cadres', {
    ...{ name, unitId: post.unitId, idNumber: '371399198005060010', rank: 'deputySection' },
    ...{ staffingType: 'administrative', speciality: 'partyBuilding', joinedOn: '2002-07-01' },
  });
  await district.call('planner', 'POST', `/api/assignments/${post.id}/replace`, {
    ...{ cadreId: cadre.id, from, documentNumber: '河组发〔2016〕28号' },
    ...{ reason: '原任职人员调动工作', lateReason: '文件补登', version: post.version },
  });
  return name;
}
