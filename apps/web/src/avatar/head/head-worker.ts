import { buildHead } from './build-head.ts';
import { recall, remember } from './head-store.ts';
import type { Person } from './look.ts';
import { LOOKS } from './looks.ts';
import { buffersOf, type HeadModel } from './model.ts';

export type HeadOrder = { readonly slug: string; readonly person: Person };
export type HeadAnswer = { readonly model: HeadModel | undefined };

// A head is made once for each person and version; later visits only read it.
self.addEventListener('message', ({ data }: MessageEvent<HeadOrder>) => void answer(data));

async function answer({ slug, person }: HeadOrder): Promise<void> {
  const kept = await recall(slug);
  const look = LOOKS.get(slug);
  const model = kept ?? (look && buildHead(look, person));
  if (!kept && model) await remember(slug, model);
  const message: HeadAnswer = { model };
  self.postMessage(message, { transfer: model ? buffersOf(model).filter((buffer) => buffer instanceof ArrayBuffer) : [] });
}
