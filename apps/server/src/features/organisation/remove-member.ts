import type { MemberId, OrganisationId } from '@coachvisio/contract/id.ts';
import { publish } from '../../platform/events.ts';
import type { TenantTx } from '../../platform/db/database.ts';
import { countMembers, deleteMember, deleteOrganisation, kindOf } from './organisation.store.ts';

/** Removes a member with all they own; a personal organisation goes with its last member. Events stay: they hold ids only. */
export async function removeMember(tx: TenantTx, org: OrganisationId, member: MemberId): Promise<void> {
  const removed = await deleteMember(tx, member);
  if (!removed) return;
  await publish(tx, 'member.deleted', { member });
  if ((await kindOf(tx, org)) === 'personal' && (await countMembers(tx)) === 0) await deleteOrganisation(tx, org);
}
