import type { AvatarRenderer } from '../avatar-renderer.ts';
import { readGlb } from './read-glb.ts';

/** A made-to-measure head (GLB or VRM) on a canvas. Throws a `ModelError` for a file that cannot speak. */
export async function openModelRenderer(canvas: HTMLCanvasElement, bytes: ArrayBuffer, signal: AbortSignal): Promise<AvatarRenderer> {
  // What can be refused without three is refused without fetching it.
  const described = readGlb(bytes);
  const { createModelRenderer } = await import('./model-renderer.ts');
  signal.throwIfAborted();
  return createModelRenderer(canvas, bytes, described, signal);
}
