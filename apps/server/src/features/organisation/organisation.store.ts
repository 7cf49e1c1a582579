import type { MemberId, OrganisationId } from '@coachvisio/contract/id.ts';
import { and, asc, count, eq, inArray, lt } from 'drizzle-orm';
import type { SystemTx, TenantTx } from '../../platform/db/database.ts';
import { type MemberRow, members, organisations } from './organisation.table.ts';

/** False when there is one of this id already. */
export async function insertOrganisation(tx: TenantTx, row: typeof organisations.$inferInsert): Promise<boolean> {
  const inserted = await tx.insert(organisations).values(row).onConflictDoNothing({ target: organisations.id }).returning({ id: organisations.id });
  return inserted.length > 0;
}

export async function deleteOrganisation(tx: TenantTx, id: OrganisationId): Promise<void> {
  await tx.delete(organisations).where(eq(organisations.id, id));
}

export async function insertMember(tx: TenantTx, row: typeof members.$inferInsert): Promise<MemberRow> {
  const [inserted] = await tx.insert(members).values(row).returning();
  if (!inserted) throw new Error('the member was not inserted');
  return inserted;
}

export async function updateMember(tx: TenantTx, id: MemberId, change: Partial<Pick<MemberRow, 'name' | 'locale'>>): Promise<MemberRow | undefined> {
  return (await tx.update(members).set(change).where(eq(members.id, id)).returning())[0];
}

/** Takes everything the member owns with it: foreign keys cascade. */
export async function deleteMember(tx: TenantTx, id: MemberId): Promise<MemberRow | undefined> {
  return (await tx.delete(members).where(eq(members.id, id)).returning())[0];
}

export async function countMembers(tx: TenantTx): Promise<number> {
  return (await tx.select({ members: count() }).from(members))[0]?.members ?? 0;
}

export async function kindOf(tx: TenantTx, id: OrganisationId): Promise<'personal' | 'demo' | undefined> {
  return (await tx.select({ kind: organisations.kind }).from(organisations).where(eq(organisations.id, id)))[0]?.kind;
}

/** Members that this account is, the oldest membership first, each with the name of its organisation. */
export async function findMembersOf(tx: SystemTx, user: string) {
  return tx
    .select({ member: members, organisationName: organisations.name })
    .from(members)
    .innerJoin(organisations, eq(organisations.id, members.orgId))
    .where(eq(members.userId, user))
    .orderBy(asc(members.createdAt), asc(members.id));
}

export async function findDemoOrganisation(tx: SystemTx): Promise<OrganisationId | undefined> {
  return (await tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.kind, 'demo')))[0]?.id;
}

export async function listDemoMembersBefore(tx: SystemTx, moment: Date, limit: number) {
  return tx
    .select({ org: members.orgId, member: members.id, user: members.userId })
    .from(members)
    .where(and(members.demo, lt(members.createdAt, moment)))
    .orderBy(asc(members.createdAt))
    .limit(limit);
}

/** Which of these accounts are a member of anything. */
export async function filterMembers(tx: SystemTx, users: readonly string[]): Promise<Set<string>> {
  if (users.length === 0) return new Set();
  const rows = await tx
    .select({ user: members.userId })
    .from(members)
    .where(inArray(members.userId, [...users]));
  return new Set(rows.map(({ user }) => user));
}
