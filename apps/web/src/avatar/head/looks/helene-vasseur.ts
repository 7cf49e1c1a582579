import { AVERAGE } from '../form.ts';
import type { Look } from '../look.ts';
import { both, LONG_BACK, ROUND_FRONT } from './hairline.ts';

export const HELENE_LOOK: Look = {
  seed: 97,
  form: {
    ...AVERAGE,
    taper: 0.08,
    jaw: 0.92,
    chin: 0.06,
    chinWidth: 0.84,
    noseWidth: 1.02,
    noseLength: 1.02,
    bridge: 1.02,
    browRidge: 0.88,
    neck: 0.88,
    flesh: -0.1,
  },
  hair: {
    style: 'bob-back',
    line: both([...ROUND_FRONT, ...LONG_BACK]),
    colors: { dark: '#51453C', middle: '#75665A', light: '#A3968A', grey: '#CFC6BC' },
    greyAt: 'front',
    parting: -0.16,
  },
  glasses: { kind: 'oval', color: '#6A4630', half: [0.25, 0.21], bar: 0.017 },
  jewels: { kind: 'pearl', color: '#F3EDE2' },
  creases: [
    { from: [-0.3, 0.54], by: [0, 0.6], to: [0.3, 0.54], depth: 0.16 },
    { from: [-0.27, -0.5], by: [-0.37, -0.62], to: [-0.38, -0.8], depth: 0.5 },
    { from: [0.27, -0.5], by: [0.37, -0.62], to: [0.38, -0.8], depth: 0.5 },
    { from: [-0.6, -0.08], by: [-0.65, -0.11], to: [-0.68, -0.18], depth: 0.3 },
    { from: [0.6, -0.08], by: [0.65, -0.11], to: [0.68, -0.18], depth: 0.3 },
    { from: [-0.3, -0.9], by: [-0.33, -0.96], to: [-0.32, -1.04], depth: 0.24 },
    { from: [0.3, -0.9], by: [0.33, -0.96], to: [0.32, -1.04], depth: 0.24 },
  ],
  age: 0.75,
  shoulders: 0.93,
  wear: [
    {
      kind: 'top',
      color: '#7F3F4C',
      neck: [
        [0, -2.12],
        [0.28, -2.0],
        [0.47, -1.82],
      ],
      trim: '#5F2B37',
    },
    {
      kind: 'jacket',
      color: '#6F727B',
      collar: '#80838D',
      seam: '#444751',
      edge: [
        [0, -3.4],
        [0.32, -2.7],
        [0.58, -1.9],
      ],
      lapel: 'notched',
    },
    {
      kind: 'chain',
      color: '#D9C08A',
      points: [
        [-0.38, -1.9],
        [-0.2, -2.04],
        [0, -2.08],
        [0.2, -2.04],
        [0.38, -1.9],
      ],
      radius: 0.013,
    },
  ],
};
