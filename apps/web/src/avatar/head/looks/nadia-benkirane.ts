import { AVERAGE } from '../form.ts';
import type { Look } from '../look.ts';
import { both, LONG_BACK, ROUND_FRONT } from './hairline.ts';

export const NADIA_LOOK: Look = {
  seed: 71,
  form: {
    ...AVERAGE,
    taper: 0.09,
    jaw: 0.93,
    chin: -0.01,
    chinWidth: 0.88,
    noseWidth: 1.05,
    noseLength: 1.03,
    bridge: 1.0,
    browRidge: 0.85,
    neck: 0.85,
    flesh: 0.05,
  },
  hair: { style: 'knot-low', line: both([...ROUND_FRONT, ...LONG_BACK]), colors: { dark: '#1E120D', middle: '#33211A', light: '#664A3A' }, parting: 0.03 },
  glasses: { kind: 'round', color: '#5B3A2C', half: [0.26, 0.26], bar: 0.014 },
  creases: [],
  age: 0.2,
  shoulders: 0.9,
  wear: [
    {
      kind: 'top',
      color: '#A5533C',
      neck: [
        [0, -2.14],
        [0.32, -2.08],
        [0.56, -1.96],
      ],
      nape: -1.86,
      pattern: 'knit',
      over: 0.06,
    },
    { kind: 'roll-collar', color: '#934834', dark: '#6E3323', height: 0.27 },
  ],
};
