import type { Basis } from '@xuanpai/contracts/problems';
import type { Text } from '@xuanpai/contracts/text';
import type {
  Category,
  PlainDate,
  Rank,
  Speciality,
  Tier,
  VillageKind,
} from '@xuanpai/contracts/values';
import type { Policy } from '@xuanpai/domain/policy/policy';
import type { DispatchTier } from '@xuanpai/domain/posts';

/** A village of the batch as it is now; `tier` null where nobody has been found to dispatch to it. */
export interface DossierVillage {
  id: string;
  code: string;
  name: string;
  townshipId: string;
  townshipName: string;
  kinds: VillageKind[];
  poor: boolean;
  tier: Tier | null;
}

/** Why a nominee isn't placed: in words, with the rule behind it. */
export interface SetAside {
  reason: Text;
  basis: Basis;
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
  /** Null: may be placed. */
  setAside: SetAside | null;
}

/** Everything of a batch that a plan is made from and judged by. */
export interface Dossier {
  batch: {
    id: string;
    name: string;
    date: PlainDate;
    startsOn: PlainDate;
    endsOn: PlainDate;
  };
  policy: Policy;
  townships: { id: string; name: string }[];
  /** In the order of their codes. */
  villages: DossierVillage[];
  cadres: DossierCadre[];
}
