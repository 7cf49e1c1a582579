import { AVERAGE } from '../form.ts';
import type { Look } from '../look.ts';
import { both, SHORT_BACK } from './hairline.ts';

export const MARC_LOOK: Look = {
  seed: 11,
  form: { ...AVERAGE, jaw: 1.08, chin: 0.04, chinWidth: 1.15, noseWidth: 1.08, noseLength: 1.02, browRidge: 1.12, neck: 1.06 },
  hair: {
    style: 'swept',
    line: both([[0, 0.78], [0.25, 0.82], [0.5, 0.84], [0.7, 0.72], [0.95, 0.56], [1.12, 0.36], ...SHORT_BACK]),
    colors: { dark: '#463E37', middle: '#655B52', light: '#8A8077', grey: '#A39C93' },
    greyAt: 'temples',
  },
  beard: { kind: 'stubble', color: '#6B5B50', light: '#8A8077', density: 0.7 },
  creases: [
    { from: [-0.36, 0.52], by: [0, 0.6], to: [0.34, 0.53], depth: 0.3 },
    { from: [-0.28, 0.64], by: [0, 0.71], to: [0.28, 0.65], depth: 0.24 },
    { from: [-0.26, -0.5], by: [-0.36, -0.6], to: [-0.36, -0.78], depth: 0.5 },
    { from: [0.26, -0.5], by: [0.36, -0.6], to: [0.36, -0.78], depth: 0.5 },
    { from: [-0.6, -0.03], by: [-0.66, -0.06], to: [-0.69, -0.12], depth: 0.3 },
    { from: [0.6, -0.03], by: [0.66, -0.06], to: [0.69, -0.12], depth: 0.3 },
    { from: [-0.06, 0.2], by: [-0.07, 0.15], to: [-0.06, 0.11], depth: 0.26 },
    { from: [0.06, 0.2], by: [0.07, 0.15], to: [0.06, 0.11], depth: 0.26 },
  ],
  age: 0.6,
  shoulders: 1.05,
  wear: [
    {
      kind: 'top',
      color: '#B4C8DA',
      neck: [
        [0, -2.46],
        [0.2, -2.14],
        [0.46, -1.8],
      ],
    },
    { kind: 'placket', color: '#C6D5E2', seam: '#8FA6BB', from: -2.5 },
    { kind: 'shirt-collar', color: '#DCE7F0', open: 0.2, tip: [0.36, -2.4], rise: 0.2 },
    { kind: 'button', color: '#F5F8FA', at: [0.03, -2.78], lift: 0.085, radius: 0.035 },
    { kind: 'button', color: '#F5F8FA', at: [0.03, -3.14], lift: 0.085, radius: 0.035 },
  ],
};
