import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileStorage } from './file-storage.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the storage in files', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'coachvisio-storage-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const storage = () => fileStorage(join(folder, 'storage'));

  it('gives back what was written, and nothing for what was not', async () => {
    await storage().write('recording/org_a/ses_a/trk_1', bytes('eins'));
    await storage().write('recording/org_a/ses_a/trk_1', bytes('zwei'));
    expect(Buffer.from((await storage().read('recording/org_a/ses_a/trk_1')) ?? []).toString()).toBe('zwei');
    expect(await storage().read('recording/org_a/ses_a/trk_2')).toBeNull();
    expect(await storage().read('recording/org_a/ses_a/trk_1/further')).toBeNull();
    expect(await storage().list('recording')).toEqual([{ name: 'recording/org_a/ses_a/trk_1', writtenAt: expect.any(Number), bytes: 4 }]);
  });

  it('is for its user only', async () => {
    const kept = join(folder, 'storage', 'kept', 'recording', 'org_a', 'ses_a');
    expect((await stat(kept)).mode & 0o777).toBe(0o700);
    expect((await stat(join(kept, 'trk_1'))).mode & 0o777).toBe(0o600);
  });

  it('leaves no empty folder behind, and bears that nothing is there', async () => {
    await storage().remove('recording/org_a/ses_a/trk_1');
    await storage().remove('recording/org_a/ses_a/trk_1');
    expect(await readdir(join(folder, 'storage', 'kept'))).toEqual([]);
    expect(await storage().list('recording')).toEqual([]);
  });

  it('holds many writers at once, also where folders come and go under them', async () => {
    const names = Array.from({ length: 40 }, (_, n) => `recording/org_b/ses_${n % 4}/trk_${n}`);
    await Promise.all(
      names.map(async (name) => {
        await storage().write(name, bytes(name));
        await storage().remove(name);
      }),
    );
    expect(await storage().list('recording')).toEqual([]);
  });

  it.each([
    '',
    '/',
    '..',
    '../secret',
    'recording/../../secret',
    'recording/./a',
    'recording//a',
    '/etc/passwd',
    'recording/a/',
    String.raw`recording\..\a`,
    'recording/a b',
    'recording/a\0',
    'recording/%2e%2e/a',
    'recording/é',
    'recording/a.wav',
    `recording/${'a'.repeat(100)}`,
  ])('takes «%s» for no name, whatever is to be done with it', async (name) => {
    const refusal = /ids and slashes only/;
    await expect(storage().write(name, bytes('x'))).rejects.toThrow(refusal);
    await expect(storage().read(name)).rejects.toThrow(refusal);
    await expect(storage().remove(name)).rejects.toThrow(refusal);
    await expect(Promise.resolve().then(() => storage().list(name))).rejects.toThrow(refusal);
    expect(existsSync(join(folder, 'secret'))).toBe(false);
  });

  it('clears what a writer that died had begun, and nothing that is being written', async () => {
    const unfinished = join(folder, 'storage', 'unfinished');
    await writeFile(join(unfinished, 'new_old'), 'half');
    await writeFile(join(unfinished, 'new_young'), 'half');
    await utimes(join(unfinished, 'new_old'), 1, 1);
    await storage().tidy(Date.now() - 60_000);
    expect(await readdir(unfinished)).toEqual(['new_young']);
    expect(await storage().list('recording')).toEqual([]);
  });

  it('is known by the same id to whoever opens it, and another one by another', async () => {
    const [one, same] = await Promise.all([storage().id(), storage().id()]);
    expect(one).toBe(same);
    expect(await fileStorage(join(folder, 'elsewhere')).id()).not.toBe(one);
  });
});
