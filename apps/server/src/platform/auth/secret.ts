import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { errorCode, StartError } from '../start-error.ts';

/** The secret that signs cookies and links: AUTH_SECRET, or one made on the first start and kept beside the data. */
export function authSecret(config: Pick<Config, 'authSecret' | 'dataDir'>): string {
  if (config.authSecret) return config.authSecret;
  const file = join(config.dataDir, 'auth-secret');
  try {
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
    // `wx`: of two processes that start together, one writes and both read the same.
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST')
      throw new StartError(`${file} cannot be written (${errorCode(error) ?? 'unknown error'}): set AUTH_SECRET, or make DATA_DIR writable.`);
  }
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new StartError(`${file} cannot be read (${errorCode(error) ?? 'unknown error'}): it must belong to the user that runs CoachVisio.`);
  }
}
