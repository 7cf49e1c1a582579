import type { MemberId } from '@coachvisio/contract/id.ts';
import type { TenantTx } from '../../platform/db/database.ts';
import { publish } from '../../platform/events.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { updateMember } from './organisation.store.ts';
import type { MemberRow } from './organisation.table.ts';

/** Changes what is given and leaves the rest. */
export async function changeMember(tx: TenantTx, member: MemberId, change: Partial<Pick<MemberRow, 'name' | 'locale'>>): Promise<MemberRow> {
  const changed = await updateMember(tx, member, change);
  if (!changed) throw new ProblemError('auth.required', 'This account was deleted.');
  await publish(tx, 'member.changed', { member, fields: Object.keys(change).sort() });
  return changed;
}
