import { toDate } from '@xuanpai/database/dates';
import { scannedPdf, screenshotPng } from '../modules/evidence/testing-evidence.ts';
import { day } from '../testing.ts';
import type { Entries, Ids } from './entry.ts';
import { newName, type Owner, type World } from './world.ts';

const readers = {
  all: ['planner', 'office', 'inspector', 'leader'],
  own: ['officer', 'head', 'liaison'],
  none: ['evaluator'],
} as const;
/** Some only write files of other owners than sessions. */
const writers = {
  all: ['planner', 'office'],
  own: ['officer'],
  none: ['head', 'evaluator', 'inspector', 'liaison'],
} as const;

/** A township's session, to which the owner's people should come. */
export async function newTraining({ district, cadres }: World, owner: Owner): Promise<string> {
  const inZhengwang = owner === '郑旺镇党委' || owner === '区水利局';
  const { id } = await district.office.db.prisma.training.create({
    data: {
      ...{ batchId: district.batchId, level: 'township', topic: newName('训'), searchKey: '' },
      ...{ townshipId: district.townships[inZhengwang ? '郑旺镇' : '朝阳街道'] },
      ...{ place: '镇会议室', teachers: '某', hours: 6, enteredByName: '某' },
      ...{ startsOn: toDate(day('2015-06-08')), endsOn: toDate(day('2015-06-08')) },
      people: { create: { cadreId: cadres[owner] } },
    },
  });
  return id;
}

let serial = 0;

/** A page of such a session. */
async function newEvidence(world: World, owner: Owner): Promise<Ids> {
  const { office } = world.district;
  const ownerId = await newTraining(world, owner);
  serial += 1;
  const bytes = Buffer.concat([scannedPdf(), Buffer.from(String(serial))]);
  const url = `/api/evidence?kind=training&ownerId=${ownerId}`;
  const { body } = await office.as('planner').upload(url, {}, '课件.pdf', bytes);
  return { id: body.id };
}

const ofTraining = {
  key: 'ownerId',
  row: async (world: World, owner: Owner) => ({ ownerId: await newTraining(world, owner) }),
} as const;
const query = ({ ownerId = '' }: Ids) => ({ kind: 'training', ownerId });

export const evidenceEntries: Entries = {
  listEvidence: {
    ...{ kind: 'row', named: 'ownerId', reach: readers },
    ...ofTraining,
    sent: (ids: Ids) => ({ query: query(ids) }),
  },
  uploadEvidence: {
    ...{ kind: 'row', named: 'ownerId', reach: writers },
    ...ofTraining,
    // The table calls every file a.xlsx; that it was looked into says that the row was reached.
    sent: (ids: Ids) => ({ query: query(ids), upload: { fields: {}, bytes: scannedPdf() } }),
    reached: [422],
  },
  evidenceFile: { kind: 'row', reach: readers, row: newEvidence },
  evidenceThumbnail: { kind: 'row', reach: readers, row: newPicture },
  deleteEvidence: { kind: 'row', reach: writers, row: newEvidence },
};

async function newPicture(world: World, owner: Owner): Promise<Ids> {
  const ownerId = await newTraining(world, owner);
  const url = `/api/evidence?kind=training&ownerId=${ownerId}`;
  const bytes = await screenshotPng();
  const { body } = await world.district.office.as('planner').upload(url, {}, '现场.png', bytes);
  return { id: body.id };
}
