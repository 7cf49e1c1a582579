import { AVERAGE } from '../form.ts';
import type { Look } from '../look.ts';
import { both, LONG_BACK, ROUND_FRONT } from './hairline.ts';

export const INES_LOOK: Look = {
  seed: 67,
  form: {
    ...AVERAGE,
    taper: 0.1,
    jaw: 0.92,
    chin: -0.02,
    chinWidth: 0.87,
    noseWidth: 0.96,
    noseLength: 0.98,
    bridge: 0.92,
    browRidge: 0.82,
    neck: 0.85,
    flesh: 0,
  },
  hair: { style: 'bob', line: both([...ROUND_FRONT, ...LONG_BACK]), colors: { dark: '#150E10', middle: '#2A1E20', light: '#55403F' }, parting: 0.34 },
  jewels: { kind: 'stud', color: '#D9B56A' },
  creases: [],
  age: 0.1,
  shoulders: 0.88,
  wear: [
    {
      kind: 'top',
      color: '#F4EEE4',
      neck: [
        [0, -2.06],
        [0.13, -2.045],
        [0.29, -1.98],
        [0.47, -1.82],
      ],
      trim: '#D9CFC0',
    },
    {
      kind: 'jacket',
      color: '#5D3350',
      collar: '#70415F',
      seam: '#3C1F34',
      edge: [
        [0, -3.4],
        [0.32, -2.7],
        [0.58, -1.9],
      ],
      lapel: 'notched',
    },
    {
      kind: 'tube',
      color: '#22191D',
      path: [
        [0.42, -2.52],
        [0.42, -2.6],
        [0.41, -2.7],
      ],
      radius: 0.06,
      lift: 0.22,
    },
    {
      kind: 'tube',
      color: '#22191D',
      path: [
        [0.41, -2.7],
        [0.42, -2.86],
        [0.34, -3.1],
      ],
      radius: 0.012,
      lift: 0.18,
    },
  ],
};
