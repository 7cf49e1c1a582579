import type { VoiceOffer } from '@coachvisio/contract/speech.ts';
import type { Feature } from '../../platform/feature.ts';
import type { Platform } from '../../platform/platform.ts';
import { foundPersonalOrganisation } from '../organisation/index.ts';
import { identityRoutes } from './identity.routes.ts';
import { purgeAccounts } from './purge-accounts.ts';

/** Who one is: entering, one's own account, one's keys; and what this installation can do: `voice`, with sound. Whoever signs in for the first time gets a place of their own. */
export function identity(platform: Platform, voice: VoiceOffer): Feature {
  platform.accounts.onSignIn(({ user, name, email, locale }) =>
    foundPersonalOrganisation(platform.db, { user, locale, name: name.trim() || (email.split('@')[0] ?? email) }),
  );
  return {
    name: 'identity',
    routes: identityRoutes(platform, voice),
    schedules: [{ name: 'account.purge', cron: '23 * * * *', run: purgeAccounts }],
  };
}
