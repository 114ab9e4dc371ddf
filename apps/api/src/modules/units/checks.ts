import type { UnitKind } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import type { Fault } from '../../lib/api-error.ts';
import { takenCode } from '../../lib/refuse.ts';

export async function nameFaults(tx: Tx, name: string, ownId: string | null): Promise<Fault[]> {
  const other = await tx.unit.findUnique({ where: { name }, select: { id: true } });
  if (!other || other.id === ownId) return [];
  const message = { zh: `已有单位“${name}”。`, en: `There is a unit “${name}” already.` };
  return [{ path: 'name', code: takenCode, message }];
}

/** A township's office belongs to its township, one each; other units belong to none. */
export async function townshipFaults(
  tx: Tx,
  kind: UnitKind,
  townshipId: string | null,
): Promise<Fault[]> {
  const path = 'townshipId';
  if (kind !== 'townshipOffice') {
    if (townshipId === null) return [];
    const message = { zh: '只有镇街机关才选镇街。', en: 'Only a township office has one.' };
    return [{ path, code: 'townshipNotExpected', message }];
  }
  const township =
    townshipId === null
      ? null
      : await tx.region.findFirst({
          where: { id: townshipId, level: 'township' },
          include: { units: { select: { name: true } } },
        });
  if (!township) {
    const message = { zh: '请选镇街机关所在的镇街。', en: 'Choose the township of the office.' };
    return [{ path, code: 'townshipMissing', message }];
  }
  return township.units.map(({ name }) => ({
    path,
    code: takenCode,
    message: { zh: `${township.name}已有机关“${name}”。`, en: `The township has “${name}”.` },
  }));
}

/** A unit doesn't become a township's office, nor stop being one: it came with its township. */
export function kindFaults(kind: UnitKind, townshipId: string | null): Fault[] {
  if ((kind === 'townshipOffice') === (townshipId !== null)) return [];
  const message = {
    zh: '镇街机关与其他单位不能互改，请另行登记。',
    en: 'A township office and other units do not change into each other: register a new one.',
  };
  return [{ path: 'kind', code: 'kindFixed', message }];
}
