import type { revealCadre } from '@xuanpai/contracts/cadres';
import type { BodyOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { recordOf } from '../../lib/records/cadre.ts';
import { scopeFor, scopeWhere } from '../../lib/scope.ts';
import { writeAs } from '../../lib/write.ts';

/** Shows what is masked, once the log has who asked and why; the log never has what was shown. */
export function reveal(
  deps: Deps,
  actor: Actor,
  id: string,
  { reason }: BodyOf<typeof revealCadre>,
): Promise<ReplyOf<typeof revealCadre>> {
  const scope = scopeWhere(scopeFor(actor, 'cadres.reveal', 'cadres'), 'cadres');
  return writeAs(deps, actor, async (tx) => {
    const cadre = await tx.cadre.findFirst({ where: { AND: [{ id }, scope] } });
    if (!cadre) throw notFound();
    const { name, idNumber, homeAddress, health } = recordOf(deps.keys, cadre);
    record(tx, { action: 'cadre.reveal', entity: 'cadre', entityId: id, params: { name, reason } });
    return { idNumber, homeAddress, health };
  });
}
