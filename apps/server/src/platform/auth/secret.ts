import type { Config } from '../config.ts';
import { keptSecret } from '../kept-secret.ts';

/** The secret that signs cookies and links: AUTH_SECRET, or one made on the first start and kept beside the data. */
export const authSecret = (config: Pick<Config, 'authSecret' | 'dataDir'>): string =>
  keptSecret(config.authSecret, config.dataDir, 'auth-secret', 'AUTH_SECRET');
