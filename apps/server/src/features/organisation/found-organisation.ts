import { type MemberId, OrganisationId } from '@coachvisio/contract/id.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import type { Database } from '../../platform/db/database.ts';
import { publish } from '../../platform/events.ts';
import { newId } from '../../platform/id.ts';
import { findDemoOrganisation, findMembersOf, insertMember, insertOrganisation } from './organisation.store.ts';

export interface Newcomer {
  readonly user: string;
  readonly name: string;
  readonly locale: Locale;
}

/** Gives somebody who belongs nowhere an organisation of their own, which they own. Does nothing for anybody else. */
export async function foundPersonalOrganisation(db: Database, { user, name, locale }: Newcomer): Promise<void> {
  if ((await db.system((tx) => findMembersOf(tx, user))).length > 0) return;
  // Named after the account, so that of two sign-ins at once only one founds it.
  const org = OrganisationId.parse(user.replace(/^usr_/, 'org_'));
  await db.tenant(org, async (tx) => {
    if (!(await insertOrganisation(tx, { id: org, name, kind: 'personal' }))) return;
    const member = await insertMember(tx, { orgId: org, id: newId('mem'), userId: user, role: 'owner', name, locale });
    await publish(tx, 'member.joined', { member: member.id, demo: false });
  });
}

/** Makes somebody a learner of the demo organisation. */
export async function joinDemo(db: Database, { user, name, locale }: Newcomer): Promise<{ org: OrganisationId; member: MemberId }> {
  const org = await demoOrganisation(db);
  const member = newId('mem');
  await db.tenant(org, async (tx) => {
    await insertMember(tx, { orgId: org, id: member, userId: user, role: 'learner', name, locale, demo: true });
    await publish(tx, 'member.joined', { member, demo: true });
  });
  return { org, member };
}

/** The name of the demo organisation, in which every throw-away learner is. */
export const demoOrganisationName = 'CoachVisio';

async function demoOrganisation(db: Database): Promise<OrganisationId> {
  const found = await db.system(findDemoOrganisation);
  if (found) return found;
  const org = newId('org');
  try {
    await db.tenant(org, (tx) => insertOrganisation(tx, { id: org, name: demoOrganisationName, kind: 'demo' }));
    return org;
  } catch (error) {
    // Another process made it at the same moment: there is one by a unique index, and it is there now.
    const theirs = await db.system(findDemoOrganisation);
    if (theirs) return theirs;
    throw error;
  }
}
