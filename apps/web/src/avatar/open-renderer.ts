import type { AvatarRenderer } from './avatar-renderer.ts';

/** Whose head: a persona's own, or the model at an address. */
export type Whose = { readonly slug: string; readonly model: string | undefined };

/** A head on a canvas; `undefined` if the persona has none. All of its code comes with the first call. Throws where a model cannot be had or cannot speak. */
export async function openRenderer(canvas: HTMLCanvasElement, { slug, model }: Whose, signal: AbortSignal): Promise<AvatarRenderer | undefined> {
  if (model !== undefined) {
    const { openModelRenderer } = await import('./model/open-model.ts');
    const answer = await fetch(model, { signal });
    if (!answer.ok) throw new Error(`the model answered ${answer.status}`);
    return openModelRenderer(canvas, await answer.arrayBuffer(), signal);
  }
  const { openHead } = await import('./head/open-head.ts');
  signal.throwIfAborted();
  return openHead(canvas, slug, signal);
}
