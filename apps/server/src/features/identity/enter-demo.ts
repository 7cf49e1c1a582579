import type { Me } from '@coachvisio/contract/account.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import type { Visit } from '../../platform/ctx.ts';
import type { Platform } from '../../platform/platform.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { demoOrganisationName, joinDemo } from '../organisation/index.ts';
import { presentMe } from './identity.present.ts';

/** Stands on the debrief of somebody who gave no name. */
const names: Record<Locale, string> = { fr: 'Compte de démonstration', en: 'Demo account' };

/** Makes a throw-away learner and signs them in; `purgeAccounts` deletes them a day later. */
export async function enterDemo(platform: Platform, visit: Visit, wanted: Locale | undefined): Promise<Me> {
  if (!platform.config.demo) throw new ProblemError('demo.off', 'This installation has no demo: create an account.');
  const locale = wanted ?? visit.locale;
  const name = names[locale];
  const { user, cookies } = await platform.accounts.enterAnonymously(name);
  const { org, member } = await joinDemo(platform.db, { user, name, locale });
  for (const cookie of cookies) visit.setCookie(cookie);
  return presentMe({ org, locale, actor: { member, user, role: 'learner', demo: true, name, email: null, organisationName: demoOrganisationName } });
}
