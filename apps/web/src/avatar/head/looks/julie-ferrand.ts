import { AVERAGE } from '../form.ts';
import type { Look } from '../look.ts';
import { both, LONG_BACK, ROUND_FRONT } from './hairline.ts';

export const JULIE_LOOK: Look = {
  seed: 41,
  form: { ...AVERAGE, taper: 0.09, jaw: 0.91, chin: -0.01, chinWidth: 0.86, noseWidth: 0.92, noseLength: 0.96, bridge: 0.88, browRidge: 0.78, neck: 0.82 },
  hair: { style: 'knot-high', line: both([...ROUND_FRONT, ...LONG_BACK]), colors: { dark: '#6A341A', middle: '#8C4A28', light: '#BC7145' }, parting: 0.16 },
  creases: [],
  age: 0.15,
  freckles: 1,
  shoulders: 0.82,
  wear: [
    {
      kind: 'top',
      color: '#C98F76',
      neck: [
        [0, -2.14],
        [0.32, -2.08],
        [0.56, -1.96],
      ],
      nape: -1.86,
      pattern: 'ribs',
      over: 0.06,
    },
    { kind: 'roll-collar', color: '#D69E85', dark: '#A86E56', height: 0.42 },
  ],
};
