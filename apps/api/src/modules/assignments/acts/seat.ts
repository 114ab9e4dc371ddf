import type { Post } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import { asksForLeadingBody } from '@xuanpai/domain/coverage';
import type { Policy } from '@xuanpai/domain/policy/policy';
import type { Seat } from '@xuanpai/domain/post-life/successor';
import { isLead } from '@xuanpai/domain/posts';

/** A post of a village, whoever holds it. */
export interface VillageSeat extends Seat {
  villageId: string;
  post: Post;
  lead: boolean;
}

/** A seat as the batch's village has it: D4 asks for the leading body in lagging ones. */
export async function readSeat(
  client: Pick<Tx, 'village' | 'batchVillage'>,
  batchId: string,
  given: Pick<VillageSeat, 'villageId' | 'post' | 'tier'>,
  policy: Policy,
): Promise<VillageSeat> {
  const { villageId, post, tier } = given;
  const village = await client.village.findUniqueOrThrow({
    where: { id: villageId },
    include: { township: { select: { name: true } } },
  });
  const described = await client.batchVillage.findUnique({
    where: { batchId_villageId: { batchId, villageId } },
    select: { kinds: true },
  });
  return {
    ...given,
    lead: isLead(post),
    villageName: village.name,
    townshipId: village.townshipId,
    townshipName: village.township.name,
    leadingBody: asksForLeadingBody({ kinds: described?.kinds ?? [] }, tier, policy),
  };
}
