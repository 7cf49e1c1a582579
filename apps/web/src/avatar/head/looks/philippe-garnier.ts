import { AVERAGE } from '../form.ts';
import type { Look } from '../look.ts';
import { both, SHORT_BACK } from './hairline.ts';

export const PHILIPPE_LOOK: Look = {
  seed: 37,
  form: {
    ...AVERAGE,
    taper: 0.06,
    jaw: 1.0,
    chin: 0.1,
    chinWidth: 1.05,
    noseWidth: 1.14,
    noseLength: 1.06,
    bridge: 1.12,
    browRidge: 1.1,
    neck: 1.0,
    flesh: -0.25,
  },
  hair: {
    style: 'swept',
    line: both([[0, 0.8], [0.25, 0.83], [0.5, 0.86], [0.72, 0.74], [0.95, 0.58], [1.12, 0.38], ...SHORT_BACK]),
    colors: { dark: '#262423', middle: '#3F3B39', light: '#75706C', grey: '#9A9590' },
    greyAt: 'temples',
    parting: 0.42,
  },
  glasses: { kind: 'square', color: '#3B3330', half: [0.25, 0.18], bar: 0.019 },
  creases: [
    { from: [-0.32, 0.54], by: [0, 0.62], to: [0.32, 0.54], depth: 0.32 },
    { from: [-0.26, 0.68], by: [0, 0.74], to: [0.26, 0.68], depth: 0.22 },
    { from: [-0.26, -0.5], by: [-0.37, -0.62], to: [-0.37, -0.84], depth: 0.6 },
    { from: [0.26, -0.5], by: [0.37, -0.62], to: [0.37, -0.84], depth: 0.6 },
    { from: [-0.6, -0.04], by: [-0.66, -0.08], to: [-0.69, -0.15], depth: 0.3 },
    { from: [0.6, -0.04], by: [0.66, -0.08], to: [0.69, -0.15], depth: 0.3 },
    { from: [-0.05, 0.2], by: [-0.06, 0.15], to: [-0.05, 0.1], depth: 0.3 },
  ],
  age: 0.85,
  shoulders: 1.06,
  wear: [
    {
      kind: 'top',
      color: '#F4F3EF',
      neck: [
        [0, -2.1],
        [0.2, -2.02],
        [0.44, -1.84],
      ],
    },
    { kind: 'tie', color: '#7A2F3C', dark: '#4E1A24' },
    { kind: 'shirt-collar', color: '#FDFCF9', open: 0.025, tip: [0.33, -2.36], rise: 0.22 },
    {
      kind: 'jacket',
      color: '#343947',
      collar: '#3F4555',
      seam: '#1D202A',
      edge: [
        [0, -3.4],
        [0.32, -2.7],
        [0.6, -1.9],
      ],
      lapel: 'notched',
    },
    {
      kind: 'patch',
      color: '#D9D5CB',
      corners: [
        [-1.08, -2.8],
        [-0.76, -2.86],
        [-0.76, -2.95],
        [-1.08, -2.89],
      ],
      lift: 0.11,
    },
  ],
};
