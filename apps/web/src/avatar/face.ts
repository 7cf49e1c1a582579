import type { Shape } from './shape.ts';

/** The three values of a persona's colour, light to deep; they follow it on every screen. */
export type Tint = { readonly base: string; readonly deep: string; readonly light: string };

/**
 * A person in a box of 480 × 560: head 160 wide and 240 high, eye line at 224, base of the nose 275,
 * mouth 299, chin 345. Shoulders 2.4 heads wide are what makes them adult.
 */
export type Face = {
  readonly tint: Tint;
  readonly skin: { readonly base: string; readonly shade: string; readonly deep: string };
  readonly lips: {
    readonly upper: string;
    readonly lower: string;
    readonly line: string;
    readonly full: boolean;
    readonly width: number;
    readonly smile: number;
  };
  readonly eyes: { readonly iris: string; readonly lash: string; readonly lined: boolean; readonly lid: number; readonly tired: boolean };
  readonly brows: { readonly color: string; readonly thickness: number; readonly frown: number };
  /** Added to the half-width of the nose. */
  readonly nose: number;
  readonly outline: string;
  /** Hair that hides the ears. */
  readonly earsHidden: boolean;
  /** Degrees the head leans at rest; never more than 5. */
  readonly tilt: number;
  /** How far the head is turned, −1 … 1 of about 25°; negative looks to the left of the picture. */
  readonly turn: number;
  /** Drawn facing the other way: the picture is mirrored. */
  readonly mirrored: boolean;
  /** Behind the shoulders: long hair. */
  readonly behind: readonly Shape[];
  /** Behind the face, moving with the head: short hair. */
  readonly headBack: readonly Shape[];
  readonly body: readonly Shape[];
  /** On the skin, within the outline: stubble. */
  readonly onSkin: readonly Shape[];
  readonly beard: readonly Shape[];
  /** Over the features and turning with them: lines of age, freckles, glasses. */
  readonly marks: readonly Shape[];
  readonly hair: readonly Shape[];
  readonly scene: readonly Shape[];
};

export const OUTLINES = {
  oval: 'M240 106C293 106 321 148 321 206C321 240 317 266 306 290C295 316 267 343 241 343C214 343 185 316 174 290C163 266 159 240 159 206C159 148 187 106 240 106Z',
  heart:
    'M240 108C292 108 319 150 319 206C319 238 315 262 304 287C293 314 266 345 241 345C215 345 187 314 176 287C165 262 161 238 161 206C161 150 188 108 240 108Z',
  square:
    'M240 104C296 104 322 148 322 204C322 240 320 268 314 290C309 312 284 340 268 347C256 352 226 352 214 347C197 340 171 312 166 290C160 268 158 240 158 204C158 148 184 104 240 104Z',
  long: 'M240 100C294 100 320 146 320 204C320 242 318 272 311 296C304 320 278 351 262 355C250 358 230 358 219 355C203 351 176 320 169 296C162 272 160 242 160 204C160 146 186 100 240 100Z',
} as const;
