import type { SessionId } from '@coachvisio/contract/id.ts';
import { eq } from 'drizzle-orm';
import type { TenantTx } from '../../platform/db/database.ts';
import { sessions } from './session.table.ts';

/** Whoever deletes the session waits until this transaction is over; one that is deleted already stays unfound. */
export async function holdSession(tx: TenantTx, id: SessionId): Promise<void> {
  await tx.select({ id: sessions.id }).from(sessions).where(eq(sessions.id, id)).for('key share');
}
