import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode, StartError } from './start-error.ts';

/** A secret that was given by a setting, or one that is made once and kept beside the data. */
export function keptSecret(given: string | null, dataDir: string, name: string, setting: string): string {
  if (given) return given;
  const file = join(dataDir, name);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    // `wx`: of two processes that start together, one writes and both read the same.
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST')
      throw new StartError(`${file} cannot be written (${errorCode(error) ?? 'unknown error'}): set ${setting}, or make DATA_DIR writable.`);
  }
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new StartError(`${file} cannot be read (${errorCode(error) ?? 'unknown error'}): it must belong to the user that runs CoachVisio.`);
  }
}
