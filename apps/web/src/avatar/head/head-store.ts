import type { HeadModel } from './model.ts';

/** Raise it when anything that makes heads changes what comes out. */
const VERSION = 3;
const STORE = 'heads';

/** Heads are several megabytes of numbers each: IndexedDB keeps them as they are. Without it everything still works, a second slower. */
function open(): Promise<IDBDatabase | undefined> {
  return new Promise((resolve) => {
    if (typeof indexedDB === 'undefined') return resolve(undefined);
    const request = indexedDB.open('coachvisio-avatar', VERSION);
    request.addEventListener('upgradeneeded', () => {
      // Another version makes other heads: the old ones are of no use.
      for (const name of request.result.objectStoreNames) request.result.deleteObjectStore(name);
      request.result.createObjectStore(STORE);
    });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => resolve(undefined));
    request.addEventListener('blocked', () => resolve(undefined));
  });
}

function settled<T>(request: IDBRequest<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => resolve(undefined));
  });
}

export async function recall(slug: string): Promise<HeadModel | undefined> {
  const database = await open().catch(() => undefined);
  if (!database) return undefined;
  try {
    const request: IDBRequest<HeadModel | undefined> = database.transaction(STORE).objectStore(STORE).get(slug);
    return await settled(request);
  } catch {
    return undefined;
  } finally {
    database.close();
  }
}

export async function remember(slug: string, model: HeadModel): Promise<void> {
  const database = await open().catch(() => undefined);
  if (!database) return;
  try {
    await settled(database.transaction(STORE, 'readwrite').objectStore(STORE).put(model, slug));
  } catch {
    // A full disk or a private window: the head is made again next time.
  } finally {
    database.close();
  }
}
