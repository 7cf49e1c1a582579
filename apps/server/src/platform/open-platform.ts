import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { authSecret } from './auth/secret.ts';
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Engine } from './db/engine.ts';
import { openDatabase } from './db/open-database.ts';
import type { Logger } from './log.ts';
import type { Eraser } from './erasure.ts';
import { keptSecret } from './kept-secret.ts';
import { openMail } from './mail.ts';
import type { Platform } from './platform.ts';
import { fileStorage } from './storage/file-storage.ts';

export interface OpenPlatform {
  readonly platform: Platform;
  /** For the roles only: features reach the database through `Platform.db`. */
  readonly engine: Engine;
  /** Runs what features registered with `onDrain`. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

/** Opens everything that a process needs, in order; what was opened is closed again when the rest fails. */
export async function openPlatform(config: Config, log: Logger): Promise<OpenPlatform> {
  const opening = openDatabase(config, log);
  // The largest library of all loads meanwhile.
  const loading = import('./auth/better-auth.ts');
  loading.catch(() => undefined);
  const { db, engine } = await opening;
  try {
    const { openAccounts } = await loading;
    const mail = openMail(config, log);
    const hooks: (() => Promise<void>)[] = [];
    const erasers: Eraser[] = [];
    const clock = systemClock;
    const secret = authSecret(config);
    const platform: Platform = {
      config,
      db,
      log,
      clock,
      mail,
      accounts: openAccounts({ config, engine, mail, secret, log }),
      secret: createHmac('sha256', secret).update('features').digest('hex'),
      storage: fileStorage(join(config.dataDir, 'storage')),
      storageSecret: () => keptSecret(config.storageKey, config.dataDir, 'storage-key', 'STORAGE_KEY'),
      onErase: (eraser) => void erasers.push(eraser),
      async eraseOutside(ctx, what) {
        for (const eraser of erasers) await eraser(ctx, what);
      },
      contextOf: (org) => ({ org, log: log.child({ org }), clock, tx: (work) => db.tenant(org, work) }),
      onDrain: (hook) => void hooks.push(hook),
    };
    return {
      platform,
      engine,
      async drain() {
        for (const result of await Promise.allSettled(hooks.map((hook) => hook()))) {
          if (result.status === 'rejected') log.error({ err: result.reason }, 'draining failed');
        }
      },
      close: () => db.close(),
    };
  } catch (error) {
    await db.close();
    throw error;
  }
}
