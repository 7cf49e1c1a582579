import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { english, french, type Speech, listen } from './listen.testing.ts';
import { openEspeak } from './open-espeak.ts';

const committed = readFileSync(new URL('../data/espeak-fr-en.br', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'espeak-'));
afterAll(() => rmSync(folder, { recursive: true }));
const contents = (bytes: Buffer) => {
  const whole = brotliDecompressSync(bytes);
  return { length: whole.length, sha256: createHash('sha256').update(whole).digest('hex') };
};
const fingerprint = ({ samples, ...marks }: Speech) => ({ ...marks, sound: createHash('sha256').update(samples).digest('hex') });

describe('the data of French and English', { timeout: 30_000 }, () => {
  it('is what the script cuts out of the whole, and small', () => {
    const made = join(folder, 'espeak-fr-en.br');
    execFileSync(process.execPath, [fileURLToPath(new URL('../make-data.mjs', import.meta.url)), made]);
    const bytes = readFileSync(made);
    // Compressors of other versions may pack the same contents a little differently.
    expect(contents(committed)).toEqual(contents(bytes));
    expect(Math.abs(committed.length - bytes.length)).toBeLessThan(4096);
    expect(committed.length).toBeLessThanOrEqual(500_000);
  });

  it('speaks exactly as the whole does', async () => {
    const whole = readFileSync(fileURLToPath(import.meta.resolve('@echogarden/espeak-ng-emscripten')).replace(/\.js$/u, '.data'));
    // The breath in a voice is chance, drawn from the second in which it was opened.
    vi.useFakeTimers({ toFake: ['Date'], now: 0 });
    const full = await openEspeak(() => new Uint8Array(whole).buffer);
    const slim = await openEspeak();
    vi.useRealTimers();
    const texts = [
      [french, 'Un feedback, à 14 h ?'],
      [english, 'A naïve résumé.'],
    ] as const;
    // So many names have every voice there is; French passes through English and back.
    for (const persona of 'abcdefgh') {
      for (const gender of ['feminine', 'masculine'] as const) {
        for (const [manner, text] of texts)
          expect([persona, fingerprint(listen(slim, text, { ...manner, gender, persona }))]).toEqual([
            persona,
            fingerprint(listen(full, text, { ...manner, gender, persona })),
          ]);
      }
    }
  });
});
