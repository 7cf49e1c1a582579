import { AVERAGE } from '../form.ts';
import type { Look } from '../look.ts';
import { both, LONG_BACK, ROUND_FRONT } from './hairline.ts';

export const CLAIRE_LOOK: Look = {
  seed: 23,
  form: {
    ...AVERAGE,
    taper: 0.09,
    jaw: 0.92,
    chin: -0.02,
    chinWidth: 0.88,
    noseWidth: 1.12,
    noseLength: 0.97,
    bridge: 0.92,
    browRidge: 0.8,
    neck: 0.86,
    flesh: 0.12,
  },
  hair: { style: 'curls', line: both([...ROUND_FRONT, ...LONG_BACK]), colors: { dark: '#1D120E', middle: '#2F1F18', light: '#5A3A2C' } },
  jewels: { kind: 'stud', color: '#E2B566' },
  creases: [],
  age: 0.1,
  shoulders: 0.9,
  wear: [
    {
      kind: 'top',
      color: '#F6EEE1',
      neck: [
        [0, -2.72],
        [0.2, -2.3],
        [0.46, -1.82],
      ],
    },
    {
      kind: 'jacket',
      color: '#27376A',
      collar: '#31447F',
      seam: '#18234A',
      edge: [
        [0, -3.3],
        [0.3, -2.6],
        [0.56, -1.88],
      ],
      lapel: 'notched',
    },
    {
      kind: 'chain',
      color: '#E2B566',
      points: [
        [-0.38, -1.86],
        [-0.2, -2.12],
        [0, -2.24],
        [0.2, -2.12],
        [0.38, -1.86],
      ],
      pendant: true,
    },
  ],
};
