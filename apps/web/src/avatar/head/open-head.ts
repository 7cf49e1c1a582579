import type { AvatarRenderer } from '../avatar-renderer.ts';
import { faceOf } from '../personas.ts';
import { createHeadRenderer } from './gl/head-renderer.ts';
import { loadHead } from './load-head.ts';
import { personOf } from './look.ts';

/** The head of a persona on a canvas, or `undefined` for a persona that has none. */
export async function openHead(canvas: HTMLCanvasElement, slug: string, signal: AbortSignal): Promise<AvatarRenderer | undefined> {
  const face = faceOf(slug);
  if (!face) return undefined;
  const person = personOf(face);
  const model = await loadHead(slug, person, signal);
  signal.throwIfAborted();
  return model && createHeadRenderer(canvas, model, person, signal);
}
