import type { Instant } from './motion.ts';

/** Something that shows a face on a canvas: a head made in code, or a model that somebody brings. */
export type AvatarRenderer = {
  readonly draw: (instant: Instant) => void;
  /** Size on the page in CSS pixels. */
  readonly resize: (width: number, height: number, dpr: number) => void;
  readonly dispose: () => void;
};
