import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newId } from '../id.ts';
import { errorCode } from '../start-error.ts';
import { checkName, type Storage, type Stored } from './storage.ts';

/** Files under one folder, for their user only. Several processes may share it. */
export function fileStorage(folder: string): Storage {
  const kept = join(folder, 'kept');
  const unfinished = join(folder, 'unfinished');
  const pathOf = (name: string): string => join(kept, ...checkName(name).split('/'));
  let id: Promise<string> | undefined;

  return {
    id() {
      id ??= readId(folder);
      id.catch(() => {
        id = undefined;
      });
      return id;
    },
    async write(name, bytes) {
      const path = pathOf(name);
      await makeFolder(unfinished);
      const aside = join(unfinished, newId('new'));
      try {
        await writeFile(aside, bytes, { flag: 'wx', mode: 0o600, flush: true });
        await renameInto(aside, path);
      } catch (error) {
        await rm(aside, { force: true });
        throw error;
      }
    },
    async read(name) {
      const path = pathOf(name);
      try {
        return await readFile(path);
      } catch (error) {
        if (isGone(error)) return null;
        throw error;
      }
    },
    async remove(name) {
      const path = pathOf(name);
      await rm(path, { force: true });
      await syncFolder(dirname(path));
      // Folders bear ids as well: an empty one would still tell of a session.
      for (let parent = dirname(path); parent.length > kept.length; parent = dirname(parent)) if (!(await removeEmpty(parent))) break;
    },
    list: (prefix) => listFiles(pathOf(prefix), prefix),
    async tidy(before) {
      for (const file of await entriesOf(unfinished)) {
        const path = join(unfinished, file.name);
        if ((await lookAt(path)).writtenAt < before) await rm(path, { force: true });
      }
    },
  };
}

const makeFolder = (path: string) => mkdir(path, { recursive: true, mode: 0o700 });

/** The folder may be emptied, and removed, by somebody else between its making and the renaming. */
async function renameInto(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    await makeFolder(dirname(to));
    try {
      await rename(from, to);
      await syncFolder(dirname(to));
      return;
    } catch (error) {
      if (!isGone(error) || attempt === 3) throw error;
    }
  }
}

async function listFiles(path: string, name: string): Promise<Stored[]> {
  const found: Stored[] = [];
  for (const entry of await entriesOf(path)) {
    const inside = `${name}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await listFiles(join(path, entry.name), inside)));
    else found.push({ name: inside, ...(await lookAt(join(path, entry.name))) });
  }
  return found;
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}

/** What vanished meanwhile counts as just written: whoever looks for old things leaves it alone. */
async function lookAt(path: string): Promise<Pick<Stored, 'writtenAt' | 'bytes'>> {
  try {
    const { mtimeMs, size } = await stat(path);
    return { writtenAt: mtimeMs, bytes: size };
  } catch (error) {
    if (isGone(error)) return { writtenAt: Infinity, bytes: 0 };
    throw error;
  }
}

async function removeEmpty(folder: string): Promise<boolean> {
  try {
    await rmdir(folder);
    return true;
  } catch (error) {
    if (isGone(error) || errorCode(error) === 'ENOTEMPTY' || errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** What was renamed or removed is so for good only once its folder is written. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    // Some systems do not open folders; then the next write of the disk does it.
    if (!isGone(error) && errorCode(error) !== 'EISDIR' && errorCode(error) !== 'EPERM') throw error;
  }
}

/** Made once: of two processes that start together one writes and both read the same. */
async function readId(folder: string): Promise<string> {
  const file = join(folder, 'id');
  await makeFolder(folder);
  // Written aside and linked: it is there whole, or not at all.
  const aside = `${file}.${newId('tmp')}`;
  await writeFile(aside, randomBytes(8).toString('hex'), { flag: 'wx', mode: 0o600, flush: true });
  try {
    await link(aside, file);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    await rm(aside, { force: true });
  }
  return (await readFile(file, 'utf8')).trim();
}

const isGone = (error: unknown): boolean => errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR';
