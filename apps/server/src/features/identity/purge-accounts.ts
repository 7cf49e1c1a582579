import type { Platform } from '../../platform/platform.ts';
import { filterMembers, listDemoMembersBefore, removeMember } from '../organisation/index.ts';

const demoLivesMs = 24 * 60 * 60 * 1000;
/** Long enough for a sign-up that is under way: a confirmation link serves for an hour. */
const strayLivesMs = 48 * 60 * 60 * 1000;
const page = 200;

/** Deletes demo learners after a day, and accounts that belong to no organisation: never confirmed, or half deleted. */
export async function purgeAccounts(platform: Platform): Promise<void> {
  await purgeDemo(platform);
  await purgeStray(platform);
}

async function purgeDemo({ db, accounts, clock, contextOf, eraseOutside }: Platform): Promise<void> {
  const before = new Date(clock.now() - demoLivesMs);
  for (;;) {
    const old = await db.system((tx) => listDemoMembersBefore(tx, before, page));
    for (const { org, member, user } of old) {
      await eraseOutside(contextOf(org), { member });
      await db.tenant(org, (tx) => removeMember(tx, org, member));
      await accounts.remove(user);
    }
    if (old.length < page) return;
  }
}

async function purgeStray({ db, accounts, clock }: Platform): Promise<void> {
  const before = new Date(clock.now() - strayLivesMs);
  let after: string | null = null;
  for (;;) {
    const users: readonly string[] = await accounts.listOlderThan(before, after, page);
    const members = await db.system((tx) => filterMembers(tx, users));
    for (const user of users) if (!members.has(user)) await accounts.remove(user);
    after = users.at(-1) ?? null;
    if (users.length < page) return;
  }
}
