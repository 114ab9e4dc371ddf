import { type Person, startWorld, type World } from '../access/world.ts';
import { addCadre, idNumberOf } from '../testing-registers.ts';

/** What only a reveal may show, of people in every unit. */
const secrets = { homeAddress: '银杏巷十八号甲', health: '陈旧性病史乙类' };

export interface FuzzWorld {
  world: World;
  /** Ids of everything but the accounts that the requests come from. */
  ids: string[];
  /** Texts that no reply may hold. */
  secrets: string[];
}

export async function startFuzzWorld(): Promise<FuzzWorld> {
  const world = await startWorld();
  const { district, cadres, posted, villages, nominations, assignments, ...plan } = world;
  const { office, units, townships, batchId } = district;
  const idNumbers: string[] = [];
  const sealed: string[] = [];
  for (const unitId of Object.values(units)) {
    const idNumber = idNumberOf('1981-02-03');
    idNumbers.push(idNumber);
    sealed.push(await addCadre(office, unitId, { idNumber, ...secrets }));
  }
  const ids = [cadres, posted, villages, nominations, assignments, units, townships].flatMap(
    (rows) => Object.values(rows),
  );
  return {
    world,
    ids: [...ids, ...sealed, batchId, plan.planId, plan.placeId, plan.runId],
    secrets: [...Object.values(secrets), ...idNumbers],
  };
}

/** Who asks: everybody once, and nobody signed in. */
export const askers: (Person | null)[] = [
  ...(['planner', 'office', 'officer', 'head', 'evaluator', 'inspector', 'liaison'] as const),
  ...(['leader', 'admin', 'auditor', null] as const),
];
