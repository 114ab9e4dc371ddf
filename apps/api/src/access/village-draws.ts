import { toDate } from '@xuanpai/database/dates';
import { day } from '../testing.ts';
import type { Entries, RowEntry } from './entry.ts';
import { overlook, query } from './supervision.ts';
import { newName, type World } from './world.ts';

async function newDraw({ district, villages }: World) {
  const { prisma } = district.office.db;
  const village = await prisma.village.findUniqueOrThrow({ where: { id: villages.郑旺镇党委 } });
  const { id, code, name } = village;
  const draw = await prisma.villageDraw.create({
    data: {
      ...{ purpose: newName(), seed: newName(), count: 1, drawn: [code] },
      filter: { batchId: null, townshipIds: [], kinds: [], tiers: [], notCheckedSince: null },
      population: [{ id, code, name, townshipName: '郑旺镇' }],
      ...{ drawnOn: toDate(day('2015-04-24')), drawnByName: '徐志刚' },
    },
  });
  return draw.id;
}

const noFilter = { batchId: null, townshipIds: [], kinds: [], tiers: [], notCheckedSince: null };
const drawRow: RowEntry = {
  ...{ kind: 'row', reach: { all: overlook } },
  row: async (world) => ({ id: await newDraw(world) }),
};

export const villageDrawEntries: Entries = {
  listDraws: {
    ...{ kind: 'list', query },
    rows: async (world) => [{ mark: await newDraw(world), seenBy: overlook }],
  },
  getDraw: drawRow,
  verifyDraw: drawRow,
  countDrawable: { kind: 'whole', sent: () => ({ body: noFilter }) },
  drawVillages: {
    kind: 'whole',
    sent: () => ({ body: { ...noFilter, purpose: newName(), count: 1 } }),
  },
};
