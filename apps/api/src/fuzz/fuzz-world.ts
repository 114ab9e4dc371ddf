import { type Role, roles } from '@xuanpai/contracts/values';
import {
  newName,
  type Owner,
  type Person,
  people,
  startWorld,
  type World,
} from '../access/world.ts';
import { addCadre, idNumberOf } from '../testing-registers.ts';
import { KnownIds } from './known-ids.ts';

/** What only a reveal may show, of people in every unit. */
const sealedTexts = { homeAddress: '银杏巷十八号甲', health: '陈旧性病史乙类' };

/** Somebody whom no request changes, and what tells of them. */
export interface Bystander {
  id: string;
  owner: Owner;
  name: string;
  phone: string;
}

export interface FuzzWorld {
  world: World;
  /** Of everything but the accounts that the requests come from. */
  ids: KnownIds;
  /** One in each unit; only reading requests have their ids. */
  bystanders: Bystander[];
  /** Texts that no reply may hold. */
  secrets: string[];
}

export async function startFuzzWorld(): Promise<FuzzWorld> {
  const world = await startWorld();
  const { district, cadres, posted, villages, nominations, assignments, ...plan } = world;
  const { office, units, townships, batchId } = district;
  const idNumbers: string[] = [];
  const sealed: string[] = [];
  const bystanders: Bystander[] = [];
  for (const [owner, unitId] of Object.entries(units) as [Owner, string][]) {
    const idNumber = idNumberOf('1981-02-03');
    idNumbers.push(idNumber);
    sealed.push(await addCadre(office, unitId, { idNumber, ...sealedTexts }));
    const told = { name: newName('端木'), phone: `1390539${1000 + bystanders.length}` };
    bystanders.push({ id: await addCadre(office, unitId, told), owner, ...told });
  }
  const rows = (...given: Record<string, string>[]) => given.flatMap((one) => Object.values(one));
  return {
    world,
    ids: new KnownIds({
      cadreId: [...rows(cadres, posted), ...sealed],
      villageId: rows(villages, district.villages),
      nominationId: rows(nominations),
      assignmentId: rows(assignments),
      unitId: rows(units),
      townshipId: rows(townships),
      ...{
        batchId: [batchId],
        planId: [plan.planId],
        placeId: [plan.placeId],
        runId: [plan.runId],
      },
    }),
    bystanders,
    secrets: [...Object.values(sealedTexts), ...idNumbers],
  };
}

/** Who asks: one of each role, and nobody signed in. */
export const askers: readonly (Person | null)[] = [...roles.map(personOf), null];

/** Those of them who have one of the roles; everybody where none is asked for. */
export const askersWith = (allowed: readonly Role[] | null) =>
  allowed ? allowed.map(personOf) : askers;

function personOf(role: Role): Person {
  const found = (Object.keys(people) as Person[]).find((person) => people[person] === role);
  if (!found) throw new Error(`nobody is ${role}`);
  return found;
}
