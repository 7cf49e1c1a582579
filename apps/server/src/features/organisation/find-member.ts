import type { FindMember } from '../../platform/auth/who.ts';
import type { Database } from '../../platform/db/database.ts';
import { findMembersOf } from './organisation.store.ts';

/** Finds the member that an account acts as: the one its key was made for, or its oldest membership. */
export const createFindMember =
  (db: Database): FindMember =>
  async (user, key) => {
    const found = await db.system((tx) => findMembersOf(tx, user));
    const chosen = key ? found.find(({ member }) => member.orgId === key.org && member.id === key.member) : found[0];
    if (!chosen) return null;
    const { member, organisationName } = chosen;
    return { org: member.orgId, organisationName, member: member.id, role: member.role, name: member.name, locale: member.locale, demo: member.demo };
  };
