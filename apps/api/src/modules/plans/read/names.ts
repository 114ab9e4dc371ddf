import type { Text } from '@xuanpai/contracts/text';
import type { VillageOfBatch } from '../../../lib/records/batch-villages.ts';
import type { Dossier, DossierCadre } from './dossier.ts';

/** Names for sentences, by id; ids that the batch doesn't know any more are called so. */
export interface Names {
  village(id: string | undefined): VillageOfBatch | null;
  cadre(id: string | undefined): DossierCadre | null;
  villageName(id: string | undefined): string;
  cadreName(id: string | undefined): string;
  townshipName(id: string | null | undefined): string;
  unitName(id: string | undefined): string;
}

const unknown = '?';

export function namesOf({ villages, cadres, townships }: Dossier): Names {
  const villagesById = new Map(villages.map((village) => [village.villageId, village]));
  const cadresById = new Map(cadres.map((cadre) => [cadre.id, cadre]));
  const units = new Map(cadres.map(({ unitId, unitName }) => [unitId, unitName]));
  const townshipNames = new Map(townships.map(({ id, name }) => [id, name]));
  const village = (id: string | undefined) => villagesById.get(id ?? '') ?? null;
  const cadre = (id: string | undefined) => cadresById.get(id ?? '') ?? null;
  return {
    village,
    cadre,
    villageName: (id) => village(id)?.name ?? unknown,
    cadreName: (id) => cadre(id)?.name ?? unknown,
    townshipName: (id) => townshipNames.get(id ?? '') ?? unknown,
    unitName: (id) => units.get(id ?? '') ?? unknown,
  };
}

/** As many names as a sentence bears. */
const mostNames = 8;

/** Names one after the other, as each language lists them; of many only the first. */
export function listed(names: readonly string[]): Text {
  const some = names.slice(0, mostNames);
  const more = names.length - some.length;
  return {
    zh: `${some.join('、')}${more > 0 ? `等${names.length}个` : ''}`,
    en: `${some.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  };
}
