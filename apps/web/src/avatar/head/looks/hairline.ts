type Line = readonly (readonly [azimuth: number, y: number])[];

/** A hairline given for one side, from the forehead (0) to the nape (π), made the same on both. */
export const both = (half: Line): Line => [...half.toReversed().flatMap(([azimuth, y]) => (azimuth === 0 ? [] : [[-azimuth, y] as const])), ...half];

/** Over the ear and down to the nape, after the temple; short hair ends higher than long hair. */
export const SHORT_BACK: Line = [
  [1.28, -0.02],
  [1.38, -0.18],
  [1.5, 0.02],
  [1.7, 0.1],
  [1.95, -0.25],
  [2.3, -0.62],
  [3.2, -0.74],
];

export const LONG_BACK: Line = [
  [1.22, 0.1],
  [1.36, -0.12],
  [1.5, 0.05],
  [1.75, 0.0],
  [2.0, -0.4],
  [2.4, -0.7],
  [3.2, -0.78],
];

export const ROUND_FRONT: Line = [
  [0, 0.8],
  [0.3, 0.78],
  [0.6, 0.68],
  [0.85, 0.52],
  [1.05, 0.34],
];
