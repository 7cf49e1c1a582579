import type { Instant } from './motion.ts';

/** Something that shows a face on a canvas: a head made in code, or a model that somebody brings. */
export type AvatarRenderer = {
  readonly draw: (instant: Instant) => void;
  /** Size on the page in CSS pixels. */
  readonly resize: (width: number, height: number, dpr: number) => void;
  readonly dispose: () => void;
};

/** A persona's head on a canvas; `undefined` if it has none. All of its code comes with the first call. */
export async function openHeadRenderer(canvas: HTMLCanvasElement, slug: string, signal: AbortSignal): Promise<AvatarRenderer | undefined> {
  const { openHead } = await import('./head/open-head.ts');
  signal.throwIfAborted();
  return openHead(canvas, slug, signal);
}
