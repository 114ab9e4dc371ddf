import type { Basis } from '@xuanpai/contracts/problems';
import type { Text } from '@xuanpai/contracts/text';
import type { Category, Rank, Speciality } from '@xuanpai/contracts/values';
import type { Policy } from '@xuanpai/domain/policy/policy';
import type { DispatchTier } from '@xuanpai/domain/posts';
import type { WayOut } from '@xuanpai/domain/ways-out';
import type { BatchRecord } from '../../../lib/records/batch.ts';
import type { VillageOfBatch } from '../../../lib/records/batch-villages.ts';
import type { Relative } from './relatives.ts';

/** Why a nominee isn't placed: in words, with the rule behind it. */
export interface SetAside {
  reason: Text;
  basis: Basis;
  /** What can be done about it, the least first. */
  ways: WayOut[];
}

/** A nominee as judged now; whoever was replaced stays here only while a plan still places them. */
export interface DossierCadre {
  id: string;
  nominationId: string;
  name: string;
  unitId: string;
  unitName: string;
  unitStrengths: Speciality[];
  townshipId: string | null;
  tier: DispatchTier;
  category: Category;
  rank: Rank;
  speciality: Speciality;
  position: string | null;
  homeTownship: string | null;
  /** Full years on the batch's date. */
  age: number;
  acceptedAge: { reason: string; basis: Basis } | null;
  /** Replaced or withdrawn: known by name, but nominee no longer. */
  former: boolean;
  /** Null: may be placed. */
  setAside: SetAside | null;
}

/** Everything of a batch that a plan is made from and judged by. */
export interface Dossier {
  batch: BatchRecord;
  policy: Policy;
  townships: { id: string; name: string }[];
  /** As they are now, in the order of townships and codes; `tier` null where that is open. */
  villages: VillageOfBatch[];
  cadres: DossierCadre[];
  /** E8: declared with the nominations of `cadres`. */
  relatives: Relative[];
}
