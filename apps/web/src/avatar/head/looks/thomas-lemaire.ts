import { AVERAGE } from '../form.ts';
import type { Look } from '../look.ts';
import { both, SHORT_BACK } from './hairline.ts';

export const THOMAS_LOOK: Look = {
  seed: 53,
  form: { ...AVERAGE, taper: 0.03, jaw: 1.05, chin: 0.03, chinWidth: 1.1, noseWidth: 1.02, browRidge: 1.1, neck: 1.05 },
  hair: {
    style: 'brushed-up',
    line: both([[0, 0.76], [0.28, 0.78], [0.52, 0.82], [0.72, 0.7], [0.95, 0.52], [1.12, 0.34], ...SHORT_BACK]),
    colors: { dark: '#1F1611', middle: '#35281F', light: '#6B5342' },
  },
  beard: { kind: 'full', color: '#33261E', light: '#62493A', density: 1 },
  creases: [],
  age: 0.2,
  shoulders: 1.04,
  wear: [
    {
      kind: 'top',
      color: '#EFE8DA',
      neck: [
        [0, -2.1],
        [0.13, -2.085],
        [0.3, -2.0],
        [0.48, -1.82],
      ],
      trim: '#D6CCB8',
    },
    {
      kind: 'jacket',
      color: '#47614F',
      collar: '#547060',
      seam: '#2B3E32',
      edge: [
        [0.5, -3.7],
        [0.54, -3.0],
        [0.56, -2.4],
        [0.56, -1.92],
      ],
      lapel: 'soft',
    },
    {
      kind: 'patch',
      color: '#3A5142',
      corners: [
        [-1.12, -2.8],
        [-0.72, -2.76],
        [-0.72, -2.84],
        [-1.12, -2.88],
      ],
      lift: 0.11,
    },
  ],
};
