import type { Face } from '../face.ts';
import type { Form } from './form.ts';
import type { V3 } from './maths.ts';

/** What a portrait and a head share: colours and bearing. It travels to the worker, so it holds no drawing. */
export type Person = Pick<Face, 'tint' | 'skin' | 'lips' | 'eyes' | 'brows' | 'tilt' | 'turn' | 'mirrored' | 'earsHidden'>;

export const personOf = ({ tint, skin, lips, eyes, brows, tilt, turn, mirrored, earsHidden }: Face): Person => ({
  tint,
  skin,
  lips,
  eyes,
  brows,
  tilt,
  turn,
  mirrored,
  earsHidden,
});

/** A line of age: a quadratic curve on the face as seen from the front. */
export type Crease = {
  readonly from: readonly [number, number];
  readonly by: readonly [number, number];
  readonly to: readonly [number, number];
  readonly depth: number;
};

export type HairStyle = 'swept' | 'brushed-up' | 'curls' | 'crop' | 'knot-high' | 'knot-low' | 'bob' | 'bob-back' | 'crown-bare';

export type HairLook = {
  readonly style: HairStyle;
  /** Where hair begins: heights for azimuths from 0 (front) to π (back); negative azimuths are the left of the picture. */
  readonly line: readonly (readonly [azimuth: number, y: number])[];
  readonly colors: { readonly dark: string; readonly middle: string; readonly light: string; readonly grey?: string };
  /** Where the grey is: temples, or the locks that frame the face. */
  readonly greyAt?: 'temples' | 'front' | 'all';
  /** Where it is parted, in picture coordinates. */
  readonly parting?: number;
  /** Above this height the head is bare. */
  readonly bareAbove?: number;
};

export type BeardLook = { readonly kind: 'stubble' | 'full'; readonly color: string; readonly light: string; readonly density: number };

export type GlassesLook = {
  readonly kind: 'round' | 'oval' | 'square';
  readonly color: string;
  readonly half: readonly [number, number];
  readonly bar: number;
};

export type Wear =
  | {
      readonly kind: 'top';
      readonly color: string;
      readonly neck: readonly V2[];
      readonly nape?: number;
      readonly pattern?: 'plain' | 'ribs' | 'knit';
      readonly trim?: string;
      readonly over?: number;
    }
  | {
      readonly kind: 'jacket';
      readonly color: string;
      readonly edge: readonly V2[];
      readonly lapel: 'notched' | 'none' | 'wide' | 'soft';
      readonly collar: string;
      readonly seam: string;
    }
  | { readonly kind: 'shirt-collar'; readonly color: string; readonly open: number; readonly tip: V2; readonly rise: number }
  | { readonly kind: 'roll-collar'; readonly color: string; readonly height: number; readonly dark: string }
  | { readonly kind: 'tie'; readonly color: string; readonly dark: string }
  | {
      readonly kind: 'chain';
      readonly color: string;
      readonly points: readonly V2[];
      readonly pendant?: boolean;
      readonly radius?: number;
      readonly lift?: number;
    }
  | { readonly kind: 'button'; readonly color: string; readonly at: V2; readonly radius?: number; readonly lift?: number }
  | { readonly kind: 'placket'; readonly color: string; readonly seam: string; readonly from: number }
  | { readonly kind: 'patch'; readonly color: string; readonly corners: readonly [V2, V2, V2, V2]; readonly lift: number; readonly trim?: string }
  | { readonly kind: 'tube'; readonly color: string; readonly path: readonly V2[]; readonly radius: number; readonly lift: number };

type V2 = readonly [x: number, y: number];

export type Jewel = { readonly kind: 'stud' | 'hoop' | 'pearl'; readonly color: string };

export type Look = {
  readonly seed: number;
  readonly form: Form;
  readonly hair: HairLook;
  readonly beard?: BeardLook;
  readonly glasses?: GlassesLook;
  readonly jewels?: Jewel;
  readonly creases: readonly Crease[];
  /** 0 smooth … 1 weathered: unevenness of the skin, folds at the lids. */
  readonly age: number;
  readonly freckles?: number;
  /** Width of the shoulders, 1 is average. */
  readonly shoulders: number;
  readonly mole?: V3;
  readonly wear: readonly Wear[];
};
