import { AVERAGE } from '../form.ts';
import type { Look } from '../look.ts';
import { both } from './hairline.ts';

export const KESSLER_LOOK: Look = {
  seed: 101,
  form: { ...AVERAGE, jaw: 1.06, chin: 0.04, chinWidth: 1.12, noseWidth: 1.14, noseLength: 1.04, bridge: 1.08, browRidge: 1.16, neck: 1.04 },
  hair: {
    style: 'crown-bare',
    line: both([
      [0, 3],
      [0.85, 3],
      [0.98, 0.6],
      [1.12, 0.42],
      [1.22, 0.1],
      [1.34, -0.2],
      [1.5, 0.02],
      [1.7, 0.08],
      [1.95, -0.25],
      [2.3, -0.62],
      [3.2, -0.74],
    ]),
    bareAbove: 0.66,
    colors: { dark: '#6E6863', middle: '#8B857F', light: '#B4AEA7' },
  },
  beard: { kind: 'full', color: '#857E77', light: '#C9C4BD', density: 0.85 },
  creases: [
    { from: [-0.4, 0.52], by: [0, 0.6], to: [0.38, 0.53], depth: 0.3 },
    { from: [-0.34, 0.66], by: [0, 0.73], to: [0.34, 0.67], depth: 0.28 },
    { from: [-0.28, 0.8], by: [0, 0.86], to: [0.28, 0.8], depth: 0.2 },
    { from: [-0.26, -0.5], by: [-0.34, -0.58], to: [-0.36, -0.68], depth: 0.45 },
    { from: [0.26, -0.5], by: [0.34, -0.58], to: [0.36, -0.68], depth: 0.45 },
    { from: [-0.6, -0.04], by: [-0.66, -0.07], to: [-0.69, -0.13], depth: 0.3 },
    { from: [0.6, -0.04], by: [0.66, -0.07], to: [0.69, -0.13], depth: 0.3 },
    { from: [-0.06, 0.2], by: [-0.07, 0.15], to: [-0.06, 0.11], depth: 0.28 },
    { from: [0.06, 0.2], by: [0.07, 0.15], to: [0.06, 0.11], depth: 0.28 },
  ],
  age: 0.75,
  shoulders: 1.05,
  wear: [
    {
      kind: 'top',
      color: '#3F7580',
      neck: [
        [0, -2.42],
        [0.22, -2.12],
        [0.46, -1.82],
      ],
      trim: '#5B9AA5',
    },
    {
      kind: 'jacket',
      color: '#F3F4F1',
      collar: '#FCFCFA',
      seam: '#AEB8BC',
      edge: [
        [0, -3.6],
        [0.34, -2.7],
        [0.58, -1.9],
      ],
      lapel: 'notched',
    },
    {
      kind: 'tube',
      color: '#2F3B45',
      path: [
        [-0.5, -1.82],
        [-0.72, -2.1],
        [-0.66, -2.5],
        [-0.54, -2.8],
      ],
      radius: 0.042,
      lift: 0.22,
    },
    {
      kind: 'tube',
      color: '#2F3B45',
      path: [
        [0.5, -1.82],
        [0.72, -2.1],
        [0.7, -2.4],
        [0.6, -2.62],
      ],
      radius: 0.042,
      lift: 0.22,
    },
    {
      kind: 'tube',
      color: '#8C979E',
      path: [
        [-0.54, -2.8],
        [-0.58, -2.95],
        [-0.6, -3.08],
      ],
      radius: 0.022,
      lift: 0.22,
    },
    {
      kind: 'tube',
      color: '#8C979E',
      path: [
        [-0.54, -2.8],
        [-0.47, -2.94],
        [-0.42, -3.06],
      ],
      radius: 0.022,
      lift: 0.22,
    },
    { kind: 'button', color: '#8C979E', at: [0.58, -2.72], radius: 0.13, lift: 0.2 },
    { kind: 'button', color: '#C9D0D4', at: [0.58, -2.72], radius: 0.085, lift: 0.24 },
    {
      kind: 'patch',
      color: '#FFFFFF',
      corners: [
        [1.06, -2.68],
        [1.42, -2.66],
        [1.44, -3.0],
        [1.08, -3.02],
      ],
      lift: 0.13,
      trim: '#4D8791',
    },
  ],
};
