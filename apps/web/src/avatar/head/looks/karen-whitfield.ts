import { AVERAGE } from '../form.ts';
import type { Look } from '../look.ts';
import { both, LONG_BACK, ROUND_FRONT } from './hairline.ts';

export const KAREN_LOOK: Look = {
  seed: 83,
  form: {
    ...AVERAGE,
    taper: 0.1,
    jaw: 0.93,
    chin: 0.0,
    chinWidth: 0.84,
    noseWidth: 1.24,
    noseLength: 0.97,
    bridge: 0.95,
    browRidge: 0.85,
    neck: 0.9,
    flesh: 0.12,
  },
  hair: {
    style: 'crop',
    line: both([...ROUND_FRONT, ...LONG_BACK]),
    colors: { dark: '#2A2320', middle: '#4A413C', light: '#7B716A', grey: '#C4BDB6' },
    greyAt: 'front',
  },
  jewels: { kind: 'hoop', color: '#E0B860' },
  creases: [
    { from: [-0.27, -0.52], by: [-0.36, -0.62], to: [-0.37, -0.76], depth: 0.42 },
    { from: [0.27, -0.52], by: [0.36, -0.62], to: [0.37, -0.76], depth: 0.42 },
    { from: [-0.6, -0.05], by: [-0.65, -0.08], to: [-0.68, -0.14], depth: 0.26 },
    { from: [0.6, -0.05], by: [0.65, -0.08], to: [0.68, -0.14], depth: 0.26 },
  ],
  age: 0.45,
  shoulders: 0.95,
  wear: [
    {
      kind: 'top',
      color: '#F7EFE2',
      neck: [
        [0, -2.36],
        [0.2, -2.12],
        [0.46, -1.82],
      ],
      trim: '#DFD2BF',
    },
    {
      kind: 'jacket',
      color: '#CF5F4C',
      collar: '#DC7460',
      seam: '#8F392C',
      edge: [
        [0, -3.4],
        [0.32, -2.7],
        [0.58, -1.9],
      ],
      lapel: 'wide',
    },
    {
      kind: 'chain',
      color: '#E0B860',
      points: [
        [-0.38, -1.88],
        [-0.2, -2.08],
        [0, -2.14],
        [0.2, -2.08],
        [0.38, -1.88],
      ],
      radius: 0.016,
    },
    {
      kind: 'tube',
      color: '#F3D9A6',
      path: [
        [0.62, -2.5],
        [0.74, -2.46],
        [0.86, -2.42],
      ],
      radius: 0.022,
      lift: 0.2,
    },
    { kind: 'button', color: '#E0B860', at: [0.74, -2.46], radius: 0.05, lift: 0.2 },
  ],
};
